-- Neovim knows .eml files and mutt's drafts as mail; nothing is to be detected here, and nothing starts by itself.
if vim.g.loaded_afterword then return end
vim.g.loaded_afterword = true
vim.api.nvim_create_user_command('AfterwordRestart', function() require('afterword').restart() end,
  { desc = 'End the afterword server and start it anew' })
