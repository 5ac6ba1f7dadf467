-- :checkhealth afterword
local health = vim.health or require('health')
local report = {}
for _, kind in ipairs({ 'start', 'ok', 'warn', 'error', 'info' }) do
  report[kind] = health[kind] or health['report_' .. kind] -- the second before 0.10
end

local function check()
  report.start('afterword')
  local afterword = require('afterword')
  local cmd = vim.lsp.config and vim.lsp.config.afterword.cmd or afterword.config().cmd
  if type(cmd) ~= 'table' then
    report.info('the server is started by a function of yours')
  elseif vim.fn.executable(cmd[1]) == 0 then
    report.error('no program ' .. cmd[1], { 'Put afterword on $PATH, or name it in setup(): see :help afterword-setup' })
  else
    local version = vim.fn.systemlist({ cmd[1], '--version' })
    if vim.v.shell_error == 0 then
      report.ok(('%s: %s'):format(vim.fn.exepath(cmd[1]), version[1] or ''))
    else
      report.error(vim.fn.exepath(cmd[1]) .. ' does not run', version)
    end
  end
  local clients = afterword.clients()
  for _, client in ipairs(clients) do report.ok('running for ' .. (client.config.root_dir or 'single files')) end
  if #clients == 0 then report.info('not running: open a Markdown, text or mail file') end
end

return { check = check }
