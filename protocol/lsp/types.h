// The types of LSP that this server uses, by subject. Where a file needs one subject only, it includes that.
#pragma once

#include "protocol/lsp/basic_types.h"
#include "protocol/lsp/completion_types.h"
#include "protocol/lsp/diagnostic_types.h"
#include "protocol/lsp/document_types.h"
#include "protocol/lsp/edit_types.h"
#include "protocol/lsp/lifecycle_types.h"
#include "protocol/lsp/view_types.h"
#include "protocol/lsp/workspace_types.h"
