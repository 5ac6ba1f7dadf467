-- Starts the server for notes and passes the settings on. Whatever afterword does for a note, the server does.
local M = {}
local uv = vim.uv or vim.loop

local FILETYPES = { 'markdown', 'text', 'mail', 'yaml' }
-- YAML in general is none of our business, only these two.
local YAML = { ['interview.yaml'] = true, ['.afterword.yaml'] = true }
-- The first that stands above a note names the root: facts and settings are looked for up to there.
local MARKERS = { '.git', '.afterword.yaml', 'interview.yaml' }

local options = {}
local clients = {} -- before 0.8, where Neovim does not find a running client again: root -> client id

local function wanted(buffer)
  if vim.bo[buffer].buftype ~= '' then return false end
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':t')
  return vim.bo[buffer].filetype ~= 'yaml' or YAML[name] or false
end

-- The home folder is no root, even under version control: it holds more than letters.
local function root(buffer)
  local home = uv.os_homedir()
  for _, marker in ipairs(MARKERS) do
    local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
    while folder ~= home and folder ~= vim.fn.fnamemodify(folder, ':h') do
      if uv.fs_stat(folder .. '/' .. marker) then return folder end
      folder = vim.fn.fnamemodify(folder, ':h')
    end
  end
end

local function attached(client, buffer)
  if vim.lsp.completion and vim.lsp.completion.enable then
    vim.lsp.completion.enable(true, client.id, buffer) -- the slots of a phrase; nothing opens by itself
  elseif not vim.lsp.start then
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc' -- done by Neovim itself from 0.8 on
  end
  if options.on_attach then options.on_attach(client, buffer) end
end

-- What vim.lsp.config() and vim.lsp.start() take.
function M.config()
  return {
    name = 'afterword',
    cmd = options.cmd or { 'afterword', 'lsp', '--stdio' },
    filetypes = options.filetypes or FILETYPES,
    root_dir = function(buffer, found)
      if wanted(buffer) then found(root(buffer)) end
    end,
    settings = { afterword = options.settings },
    init_options = not vim.lsp.start and options.settings or nil, -- 0.7 does not let itself be asked
    capabilities = options.capabilities,
    on_attach = attached,
  }
end

local function start(buffer)
  if not wanted(buffer) then return end
  local config = M.config()
  config.root_dir = root(buffer)
  if vim.lsp.start then
    local function same(client, new) return client.name == new.name and client.config.root_dir == new.root_dir end
    vim.api.nvim_buf_call(buffer, function() vim.lsp.start(config, { reuse_client = same }) end)
    return
  end
  local key = config.root_dir or ''
  config.on_exit = function() clients[key] = nil end
  clients[key] = clients[key] or vim.lsp.start_client(config)
  if clients[key] then vim.lsp.buf_attach_client(buffer, clients[key]) end
end

local function start_all()
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(M.config().filetypes, vim.bo[buffer].filetype) then
      start(buffer)
    end
  end
end

--- options: cmd (list), settings (as in .afterword.yaml), filetypes, on_attach, capabilities; all may be left out.
function M.setup(given)
  options = given or {}
  local cmd = M.config().cmd
  if type(cmd) == 'table' and vim.fn.executable(cmd[1]) == 0 then
    vim.notify(('afterword: no program %s; see :checkhealth afterword'):format(cmd[1]), vim.log.levels.WARN)
    return
  end
  if vim.lsp.config then
    vim.lsp.config('afterword', M.config())
    vim.lsp.enable('afterword')
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('afterword', {}),
    pattern = M.config().filetypes,
    callback = function(event) start(event.buf) end,
  })
  start_all()
end

function M.clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client) return client.name == 'afterword' end, all)
end

function M.restart()
  local method = vim.fn.has('nvim-0.11') == 1 -- a plain function before
  for _, client in ipairs(M.clients()) do client.stop(method and client or nil) end
  vim.wait(5000, function() return #M.clients() == 0 end, 20)
  if vim.lsp.config then vim.lsp.enable('afterword') else start_all() end
end

return M
