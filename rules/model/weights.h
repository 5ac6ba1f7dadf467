// The bytes of the trained model, which the build makes from data/ (train/CMakeLists.txt).
#pragma once

#include <cstddef>
#include <span>

namespace afterword::model {

std::span<const std::byte> weights();

}  // namespace afterword::model
