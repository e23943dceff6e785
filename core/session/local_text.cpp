// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/local_text.h"

#include <algorithm>

namespace morphospace {

LocalText::LocalText(std::string text)
{
    set(std::string(anyLanguage), std::move(text));
}

LocalText::LocalText(const char* text) : LocalText(std::string(text)) {}

LocalText::LocalText(std::map<std::string, std::string> byLanguage) : m_texts(std::move(byLanguage))
{
    std::erase_if(m_texts, [](const auto& entry) { return entry.second.empty(); });
}

const std::string& LocalText::in(std::string_view language) const
{
    static const std::string nothing;
    const auto find = [this](std::string_view code) { return m_texts.find(std::string(code)); };
    for (const std::string_view code :
         {language, language.substr(0, language.find_first_of("-_")), anyLanguage,
          std::string_view("en")}) {
        if (const auto found = find(code); found != m_texts.end())
            return found->second;
    }
    return m_texts.empty() ? nothing : m_texts.begin()->second;
}

void LocalText::set(const std::string& language, std::string text)
{
    if (text.empty())
        m_texts.erase(language);
    else
        m_texts[language] = std::move(text);
}

bool isLanguageCode(std::string_view code)
{
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isPart = [&](char c) {
        return isLower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const std::size_t end = std::min(code.find('-'), code.size());
    if (end < 2 || end > 3 || !std::ranges::all_of(code.substr(0, end), isLower))
        return false;
    const std::string_view rest = code.substr(end);
    return rest.empty() || (rest.size() > 1 && std::ranges::all_of(rest.substr(1), isPart));
}

} // namespace morphospace
