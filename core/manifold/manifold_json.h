// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifold/manifold.h"

#include <nlohmann/json_fwd.hpp>

namespace morphospace {

[[nodiscard]] nlohmann::json toJson(const Configuration& configuration);
[[nodiscard]] Configuration configurationFromJson(const nlohmann::json& json);
[[nodiscard]] nlohmann::json toJson(const Family& family);
/// Throws Error for sizes no network of the family has.
[[nodiscard]] Family familyFromJson(const nlohmann::json& json);
[[nodiscard]] nlohmann::json toJson(const InputScaling& scaling);
[[nodiscard]] InputScaling inputScalingFromJson(const nlohmann::json& json);
/// Keys as documented for `evaluate --json`: accuracy and interval in percent.
[[nodiscard]] nlohmann::json toJson(const Measurement& measurement);
[[nodiscard]] Measurement measurementFromJson(const nlohmann::json& json);

} // namespace morphospace
