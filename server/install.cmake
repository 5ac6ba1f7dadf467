# Where things go: PREFIX/bin and PREFIX/share, fixed, since the program looks for its pages beside itself
# (server/cli/lsp.cc). Neovim reads share/nvim/site of /usr/local, /usr and ~/.local by itself.
install(TARGETS afterword RUNTIME DESTINATION bin)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION share/doc/afterword)
install(DIRECTORY clients/neovim/ DESTINATION share/nvim/site/pack/afterword/start/afterword)

# One page a rule, written by the program that is being installed, so that both say the same. What an earlier version
# left there goes: a page of a rule that is no more would be found all the same.
install(CODE [[
  set(program "$<TARGET_FILE:afterword>")
  set(pages "$<TARGET_FILE_DIR:afterword>/pages/rules")
  execute_process(COMMAND "${program}" rules --no-config --format json OUTPUT_VARIABLE rules COMMAND_ERROR_IS_FATAL ANY)
  string(JSON count LENGTH "${rules}")
  math(EXPR last "${count} - 1")
  file(REMOVE_RECURSE "${pages}" "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/share/doc/afterword/rules")
  file(MAKE_DIRECTORY "${pages}")
  foreach(i RANGE ${last})
    string(JSON rule GET "${rules}" ${i} id)
    execute_process(COMMAND "${program}" explain "${rule}" --format markdown OUTPUT_FILE "${pages}/${rule}.md"
                    COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  foreach(schema configuration interview)
    set(file "$<TARGET_FILE_DIR:afterword>/schemas/${schema}.schema.json")
    file(MAKE_DIRECTORY "$<TARGET_FILE_DIR:afterword>/schemas")
    execute_process(COMMAND "${program}" schema ${schema} OUTPUT_FILE "${file}" COMMAND_ERROR_IS_FATAL ANY)
    file(INSTALL "${file}" DESTINATION "${CMAKE_INSTALL_PREFIX}/share/afterword")
  endforeach()
  file(INSTALL "${pages}" DESTINATION "${CMAKE_INSTALL_PREFIX}/share/doc/afterword")
]])
