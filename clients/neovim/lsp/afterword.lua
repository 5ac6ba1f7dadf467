-- Neovim 0.11 and newer read this file by themselves: vim.lsp.enable('afterword').
return require('afterword').config()
