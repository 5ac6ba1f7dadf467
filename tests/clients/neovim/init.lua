-- The configuration of a user who has the plugin and nothing else.
--   AFTERWORD_PLUGIN    the plugin's folder
--   AFTERWORD_START     setup, or enable: Neovim's own switch of 0.11
--   AFTERWORD_SETTINGS  Lua table of settings; the server is found on $PATH
vim.opt.runtimepath:prepend(vim.env.AFTERWORD_PLUGIN)
vim.cmd('filetype plugin on')
vim.diagnostic.config({ virtual_text = true })
if vim.env.AFTERWORD_START == 'enable' then
  vim.lsp.enable('afterword')
else
  local settings = loadstring('return ' .. (vim.env.AFTERWORD_SETTINGS or 'nil'))()
  require('afterword').setup({ settings = settings })
end
