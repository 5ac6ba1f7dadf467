-- Neovim knows .eml files and mutt's drafts as mail; nothing is to be detected here. Before 0.11 the server starts
-- once setup() has been called, from 0.11 on also by vim.lsp.enable('afterword').
if vim.g.loaded_afterword then return end
vim.g.loaded_afterword = true
vim.api.nvim_create_user_command('AfterwordRestart', function() require('afterword').restart() end,
  { desc = 'End the afterword server and start it anew' })
