// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace morphospace {

/// What went wrong, in words for the person who sees it: what, in which file, at which place,
/// what would have been accepted. Every failure that bad input can cause is thrown as this type.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// "FILE: at PLACE: PROBLEM; expected EXPECTED". Only the file's name is kept, so that a message
/// that ends up in a log or a screenshot carries no path. Empty parts are left out.
[[nodiscard]] Error fileError(const std::filesystem::path& file, std::string_view place,
                              std::string_view problem, std::string_view expected = {});

/// The work was cancelled by its owner; never shown as a failure.
class Cancelled : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

} // namespace morphospace
