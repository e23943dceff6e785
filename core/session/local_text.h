// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace morphospace {

/// The language of a text that names none.
inline constexpr std::string_view anyLanguage = "any";

/// A text of a person's own, in one or several languages: lessons are read in the language of the
/// window where they have it.
class LocalText {
public:
    LocalText() = default;
    // Implicit, because most texts are in one language.
    LocalText(std::string text);
    LocalText(const char* text);
    /// By codes such as "en" and "de". Empty texts are left out.
    LocalText(std::map<std::string, std::string> byLanguage);

    /// The text in `language`, else in what it is a kind of ("de" for "de-AT"), else the one of any
    /// language, else the English one, else the first there is; empty where there is none.
    [[nodiscard]] const std::string& in(std::string_view language) const;
    /// An empty text takes the language away.
    void set(const std::string& language, std::string text);
    [[nodiscard]] bool empty() const { return m_texts.empty(); }
    [[nodiscard]] const std::map<std::string, std::string>& byLanguage() const { return m_texts; }

    bool operator==(const LocalText&) const = default;

private:
    std::map<std::string, std::string> m_texts;   ///< none of them empty
};

/// Whether `code` is one of anyLanguage, "de", "de-AT" and so on.
[[nodiscard]] bool isLanguageCode(std::string_view code);

} // namespace morphospace
