// Whether a note lacks a part that its kind may ask for: what the rules about missing parts and the check list both go
// by. Of a draft just begun all of it may be missing; whether that is told is for the caller.
#pragma once

#include "rules/engine/context.h"

namespace afterword {

bool lacks_thanks(const Context& context);
bool lacks_callback(const Context& context);
bool lacks_interest(const Context& context);
bool lacks_fit(const Context& context);
bool lacks_addition(const Context& context);
bool lacks_next_step(const Context& context);
bool lacks_sign_off(const Context& context);
bool lacks_signature(const Context& context);

}  // namespace afterword
