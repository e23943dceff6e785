// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morphospace {

/// What a state needs to know of the opened zoo to judge an action: no weights.
struct ZooReference {
    std::string hash;                     ///< SHA-256 of the file; decides whether a file is the same
    std::string file;                     ///< file name, or a path relative to the session without ".."
    int members = 0;
    int components = 0;                   ///< coefficients that a member has
    std::vector<std::string> attributes;  ///< those measured: each is a direction

    bool operator==(const ZooReference&) const = default;
};

/// How a model came to stand where it does in the space.
enum class ZooPlaceKind {
    Mean,    ///< the middle of all members
    Member,
    Sample,  ///< drawn at random
    Path,    ///< on the straight line between two members
    Found    ///< at coefficients: of an inversion or of somebody's own font
};
/// "mean", "member", "sample", "path", "found".
[[nodiscard]] std::string_view nameOf(ZooPlaceKind kind);

/// Where a model stands, as numbers, so that a replay needs neither a drawing nor a font. Fields
/// that its kind does not have stay as they are here.
struct ZooPlace {
    ZooPlaceKind kind = ZooPlaceKind::Mean;
    int member = 0;                       ///< Member; Path: where it begins
    int other = 0;                        ///< Path: where it ends
    double share = 0;                     ///< Path: of the way, 0 to 1
    std::string sampling = "independent"; ///< Sample: a name of SamplingKind
    std::uint64_t seed = 1;               ///< Sample
    double spread = 0.7;                  ///< Sample: factor on the standard deviations
    int components = 100;                 ///< Sample: that are drawn, the others are 0
    std::vector<float> coefficients;      ///< Found
    std::string name;                     ///< Member, Found, Path's begin: in words, for people
    std::string otherName;                ///< Path's end

    bool operator==(const ZooPlace&) const = default;
};

/// A model: a place, and how far it is pushed along directions, in sigma of the members' attribute
/// (of their positions where a direction has no calibration).
struct ZooModel {
    ZooPlace place;
    std::map<std::string, double> pushes; ///< by direction; none is 0
    int from = 1000;                      ///< time step below which the pushes act

    bool operator==(const ZooModel&) const = default;
};

/// A direction from some members to others.
struct MadeDirection {
    std::string name;
    std::vector<int> from;                ///< members, sorted
    std::vector<int> to;

    bool operator==(const MadeDirection&) const = default;
};

/// What a session keeps of an opened zoo.
struct ZooState {
    ZooReference zoo;
    ZooModel current;                     ///< B
    std::optional<ZooModel> pinned;       ///< A
    std::vector<MadeDirection> made;
    /// By direction: the others that it is made orthogonal to, sorted. None is empty.
    std::map<std::string, std::vector<std::string>> independent;
    std::vector<int> groupA;              ///< marked members, sorted
    std::vector<int> groupB;
    std::string word = "Hamburg";         ///< shown large
    std::uint64_t seed = 1;               ///< of the noise that letters are drawn from

    bool operator==(const ZooState&) const = default;
};

/// Names of all directions: the attributes, then the made ones in order.
[[nodiscard]] std::vector<std::string> directionNames(const ZooState& state);

} // namespace morphospace
