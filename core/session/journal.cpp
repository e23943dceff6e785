// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/journal.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace morphospace {

namespace {

/// Far beyond any script; keeps a wrong file from being read whole.
constexpr std::uintmax_t largestScript = 16 * 1024 * 1024;

std::string readText(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        throw fileError(file, "", "the file does not exist", "a script of actions");
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    std::ifstream stream(file, std::ios::binary);
    if (failed || !stream)
        throw fileError(file, "", "the file cannot be read");
    if (size > largestScript)
        throw fileError(file, "", "the file has " + std::to_string(size) + " bytes",
                        "a script of at most " + std::to_string(largestScript));
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

} // namespace

Journal::Journal(SessionState initial) : m_initial(std::move(initial)) {}

const SessionState& Journal::state() const
{
    return m_position == 0 ? m_initial : m_steps[m_position - 1].after;
}

bool Journal::record(const Action& action, bool merge)
{
    SessionState after = apply(state(), action);
    if (after == state())
        return false;
    std::size_t kept = m_position;
    Action recorded = action;
    // Only the newest step can still be under way. A drag that comes back to where it began stays a
    // step, so that whoever follows the journal finds one step for one drag.
    if (merge && m_position > 0 && m_position == m_steps.size()) {
        if (std::optional<Action> both = merged(m_steps.back().action, action)) {
            recorded = std::move(*both);
            --kept;
        }
    }
    const SessionState& before = kept == 0 ? m_initial : m_steps[kept - 1].after;
    Step step{recorded, std::move(after), describe(recorded, before)};
    m_steps.erase(m_steps.begin() + std::ptrdiff_t(kept), m_steps.end());
    m_steps.push_back(std::move(step));
    m_position = m_steps.size();
    return true;
}

void Journal::moveTo(std::size_t position)
{
    m_position = std::min(position, m_steps.size());
}

std::vector<Action> readScript(const std::filesystem::path& file)
{
    nlohmann::json script;
    try {
        script = nlohmann::json::parse(readText(file));
    } catch (const nlohmann::json::parse_error& error) {
        throw fileError(file, "byte " + std::to_string(error.byte), "this is not JSON",
                        "a list of actions");
    }
    if (!script.is_array())
        throw fileError(file, "", std::string("the script is ") + script.type_name(),
                        "a list of actions");
    std::vector<Action> actions;
    actions.reserve(script.size());
    for (const nlohmann::json& entry : script) {
        try {
            actions.push_back(actionFromJson(entry));
        } catch (const Error& error) {
            throw fileError(file, "action " + std::to_string(actions.size() + 1), error.what());
        }
    }
    return actions;
}

} // namespace morphospace
