-- A letter in a headless Neovim; neovim.sh starts it in a folder with letter.note.md and README.md.
local LIMIT = tonumber(vim.env.AFTERWORD_LIMIT) * 1000
local DRAFT, FIXED = 'Dear Hiring Manager,', '^Dear .*Dana Wu,$'
local passed, failed = 0, 0
local version = vim.version()
local label = ('neovim %d.%d.%d %s'):format(version.major, version.minor, version.patch, vim.env.AFTERWORD_START)

local function check(good, what, got)
  if good then passed = passed + 1 else failed = failed + 1 end
  local seen = got ~= nil and ': ' .. vim.inspect(got):gsub('%s*\n%s*', ' ') or ''
  io.stdout:write(('%s %s: %s%s\n'):format(good and 'ok  ' or 'FAIL', label, what, seen))
end

local function soon(condition) return (vim.wait(LIMIT, condition, 20)) end
local function named(fact) return fact:find('Dana') or fact:find('Initech') or fact:find('replay tool') end
local function line_of(buffer, pattern)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if line:find(pattern) then return number, line end
  end
end
local function code(diagnostic)
  return diagnostic.code or ((diagnostic.user_data or {}).lsp or {}).code -- the second in 0.7
end
local function greeting(buffer)
  return vim.tbl_filter(function(d) return code(d) == 'greeting-generic' end, vim.diagnostic.get(buffer))
end
local function attached(buffer)
  return vim.tbl_filter(function(c) return vim.lsp.buf_is_attached(buffer, c.id) end, require('afterword').clients())
end
local function edit(file)
  vim.cmd('edit ' .. file)
  return vim.api.nvim_get_current_buf()
end

local function finding(letter)
  check(soon(function() return #greeting(letter) == 1 end), 'the generic greeting is found', vim.diagnostic.get(letter)[1])
  local found = greeting(letter)[1]
  local line = line_of(letter, DRAFT)
  check(found and found.lnum == line - 1 and found.col == 0 and found.end_col >= #'Dear Hiring Manager', 'it stands at the greeting')
  check(found and found.severity == vim.diagnostic.severity.WARN and found.source == 'afterword', 'severity and source')
  local shown = false
  for _, space in pairs(vim.api.nvim_get_namespaces()) do
    for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(letter, space, 0, -1, { details = true })) do
      for _, chunk in ipairs(mark[4].virt_text or {}) do
        if found and chunk[1]:find(found.message:sub(1, 20), 1, true) then shown = true end
      end
    end
  end
  for _, space in pairs(vim.diagnostic.get_namespaces()) do -- 0.7 keeps the marks in a namespace without a name
    local marks = space.user_data.virt_text_ns
    for _, mark in ipairs(marks and vim.api.nvim_buf_get_extmarks(letter, marks, 0, -1, { details = true }) or {}) do
      if mark[4].virt_text then shown = true end
    end
  end
  check(shown, 'its message is shown beside the text')
end

local function fix(letter)
  vim.api.nvim_win_set_cursor(0, { line_of(letter, DRAFT), 6 })
  local select, titles = vim.ui.select, {}
  vim.ui.select = function(items, settings, choose)
    for number, item in ipairs(items) do
      titles[number] = settings.format_item(item)
      if titles[number]:find('Address') then return choose(item, number) end
    end
  end
  vim.lsp.buf.code_action()
  check(soon(function() return line_of(letter, FIXED) end), 'the code action addresses Dana Wu', titles)
  vim.ui.select = select
  check(soon(function() return #greeting(letter) == 0 end), 'the finding goes with the fix')
end

local function other_files(letter)
  local readme = edit('README.md')
  check(soon(function() return #attached(readme) == 1 end), 'a README is shown to the same server')
  -- The server takes things in turn: when the letter's finding is back, the README's turn is over.
  edit('letter.note.md')
  local line = line_of(letter, FIXED)
  vim.api.nvim_buf_set_lines(letter, line - 1, line, false, { DRAFT })
  check(soon(function() return #greeting(letter) == 1 end), 'the finding is back with the old greeting')
  check(#vim.diagnostic.get(readme) == 0, 'the README stays clean', vim.diagnostic.get(readme)[1])
  check(#require('afterword').clients() == 1, 'one client serves both')
  vim.fn.writefile({ 'company: Initech' }, 'interview.yaml')
  local facts = edit('interview.yaml')
  check(soon(function() return #attached(facts) == 1 end), 'interview.yaml is attached by its name')
  vim.fn.writefile({ 'company: Initech' }, 'other.yaml')
  local other = edit('other.yaml')
  vim.wait(200)
  check(vim.bo[other].filetype == 'yaml' and #attached(other) == 0, 'other YAML is not')
  vim.fn.writefile({ 'Subject: x', '', 'Dear all,' }, 'draft.eml')
  local mail = edit('draft.eml')
  check(soon(function() return #attached(mail) == 1 end) and vim.bo[mail].filetype == 'mail', 'a mail draft is attached')
end

-- Keys typed in a second Neovim, since this one runs a script and takes none.
local function completion()
  local child = vim.fn.jobstart({ vim.v.progpath, '--embed', '--headless', '-i', 'NONE', '-n', '-u',
    vim.env.AFTERWORD_INIT, 'letter.note.md' }, { rpc = true })
  local function ask(expression) return vim.rpcrequest(child, 'nvim_eval', expression) end
  local function lua(source) return vim.rpcrequest(child, 'nvim_exec_lua', source, {}) end
  check(soon(function() return lua('return #vim.diagnostic.get(0)') > 0 end), 'a second Neovim is served as well')
  check(lua('return vim.bo.omnifunc'):find('lsp') ~= nil, 'omnifunc is set')
  vim.rpcrequest(child, 'nvim_input', 'Go<C-x><C-o>')
  check(soon(function() return ask('pumvisible()') == 1 end), 'a list of phrases opens')
  local words, chosen = ask('map(complete_info(["items"]).items, "v:val.abbr")'), nil
  for number, word in ipairs(words) do chosen = chosen or (named(word) and number) end
  check(chosen, 'a phrase is filled from the facts', words[chosen or 1])
  -- 'completeopt' has the first item chosen when the list opens.
  vim.rpcrequest(child, 'nvim_input', ('<C-n>'):rep((chosen or 1) - 1) .. '<C-y>')
  local last = function() return ask('getline(".")') end
  check(soon(function() return named(last()) and ask('pumvisible()') == 0 end), 'the phrase is in the letter', last())
  if lua('return vim.snippet ~= nil and vim.snippet.active()') then
    local answers = { 'read the logs of our own line', 'the second pass', 'a week of them', 'two of us' }
    for _, answer in ipairs(answers) do
      if not lua('return vim.snippet.active()') then break end
      vim.rpcrequest(child, 'nvim_input', answer)
      soon(function() return last():find(answer, 1, true) ~= nil end)
      vim.rpcrequest(child, 'nvim_input', '<Tab>')
      vim.wait(100)
    end
    vim.rpcrequest(child, 'nvim_input', '<Esc>')
    check(not last():find('[%[%]]') and last():find(answers[1], 1, true), 'its blanks are filled by Tab', last())
    local here = ask('line(".")') - 1
    -- What the rest of the letter lacks is told at its end, which is here.
    local quiet = function()
      return lua(([[return #vim.tbl_filter(function(d)
        return d.lnum == %d and not d.code:find('missing') and d.code ~= 'too-short'
      end, vim.diagnostic.get(0))]]):format(here)) == 0
    end
    check(soon(quiet), 'and nothing is found in the new sentence', lua('return vim.diagnostic.get(0)'))
  end
  pcall(vim.rpcnotify, child, 'nvim_command', 'qa!')
  vim.fn.jobwait({ child }, LIMIT)
end

-- A person of interview.yaml whom nobody has written to: the note is begun, whoever makes the file.
local function begin_note()
  vim.fn.mkdir('jobs')
  vim.fn.writefile({ 'company: Gannet', 'interviewers:', '  - name: Luis Ortega' }, 'jobs/interview.yaml')
  local facts = edit('jobs/interview.yaml')
  local uncovered = function()
    return vim.tbl_filter(function(d) return code(d) == 'panel-uncovered' end, vim.diagnostic.get(facts))
  end
  check(soon(function() return #uncovered() == 1 end), 'who has no note is found', vim.diagnostic.get(facts)[1])
  vim.api.nvim_win_set_cursor(0, { 3, 12 })
  local select, titles = vim.ui.select, {}
  vim.ui.select = function(items, settings, choose)
    for number, item in ipairs(items) do
      titles[number] = settings.format_item(item)
      if titles[number]:find('Begin a note to Luis') then return choose(item, number) end
    end
  end
  vim.lsp.buf.code_action()
  local file = vim.fn.getcwd() .. '/jobs/luis-ortega.note.md'
  local function begun()
    local buffer = vim.fn.bufnr(file)
    if buffer > 0 and vim.fn.bufloaded(buffer) == 1 and line_of(buffer, '^Dear Luis,$') then return true end
    return vim.fn.filereadable(file) == 1 and vim.fn.match(vim.fn.readfile(file), '^Dear Luis,$') >= 0
  end
  check(soon(begun), 'the code action begins a note to Luis Ortega', titles)
  vim.ui.select = select
end

local function settings(letter)
  vim.cmd('edit! letter.note.md')
  local hint = vim.env.AFTERWORD_SETTINGS and vim.diagnostic.severity.HINT
  if hint then
    check(soon(function() return (greeting(letter)[1] or {}).severity == hint end), 'setup() passes the settings on')
  end
end

local function restart(letter)
  local before = require('afterword').clients()[1].id
  vim.cmd('AfterwordRestart')
  check(soon(function()
    local clients = require('afterword').clients()
    return #clients == 1 and clients[1].id ~= before and #greeting(letter) == 1
  end), ':AfterwordRestart starts another server, which finds the same')
end

local function health()
  vim.cmd('checkhealth afterword')
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  check(text:find('afterword: afterword %d') and not text:find('ERROR'), ':checkhealth names the program and its version')
end

local function main()
  local letter = edit('letter.note.md')
  if vim.env.AFTERWORD_SETTINGS then return settings(letter) end
  finding(letter)
  fix(letter)
  other_files(letter)
  completion()
  edit('letter.note.md')
  restart(letter)
  begin_note()
  health()
end

local fine, trouble = xpcall(main, debug.traceback)
if not fine then check(false, 'no error', trouble) end
for line in vim.fn.execute('messages'):gmatch('[^\n]+') do
  if line:lower():find('deprecat') or line:find('E%d+:') then check(false, 'no complaint of Neovim', line) end
end
io.stdout:write(('%d passed, %d failed\n'):format(passed, failed))
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
