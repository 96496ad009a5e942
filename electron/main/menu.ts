import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The native menu. Its commands are the app's own, sent to the window by their ids, so that menu, palette and keys do the same. */
export function setMenu(send: (command: string) => void): void {
  const command = (label: string, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(id),
    ...(accelerator && { accelerator, registerAccelerator: false }),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('New study', 'study.new', 'CmdOrCtrl+N'),
        command('Open a study …', 'study.open', 'CmdOrCtrl+O'),
        command('Open the sample study', 'study.sample'),
        { type: 'separator' },
        command('Import transcripts …', 'sources.import', 'CmdOrCtrl+I'),
        command('Save the theme map as SVG …', 'map.svg'),
        command('Save the theme map as PNG …', 'map.png'),
        { type: 'separator' },
        command('Close the study', 'study.close'),
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
        command('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        command('Find words in all sources', 'code.find', 'CmdOrCtrl+F'),
        command('Search the whole study', 'explore.find', 'CmdOrCtrl+Shift+F'),
        command('Filter the study', 'app.filters', 'Alt+F'),
      ],
    },
    {
      label: '&Go',
      submenu: ['Sources', 'Code', 'Names', 'Themes', 'Map', 'Explore', 'Quotes', 'Report', 'Memos', 'History'].map(
        (name, index) => command(name, `place.${name.toLowerCase()}`, index < 9 ? `CmdOrCtrl+${index + 1}` : 'Alt+H'),
      ),
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { type: 'separator' },
        command('Settings', 'app.settings', 'CmdOrCtrl+,'),
      ],
    },
    { role: 'windowMenu' },
    {
      label: '&Help',
      submenu: [
        command('Find a command', 'app.commands', 'CmdOrCtrl+K'),
        command('Keyboard shortcuts', 'app.shortcuts'),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
