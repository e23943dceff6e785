// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datasets/image_set.h"
#include "core/manifold/manifold.h"
#include "widgets/model/job_board.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace morphospace {

/// The test images that go with the opened manifold, read by a job. Where they are not on this
/// machine, says so and waits to be told the folder.
class TestImages : public QObject {
    Q_OBJECT
public:
    TestImages(JobBoard& jobs, QObject* parent = nullptr);
    ~TestImages() override;

    /// Folder of a data set that does not ship, such as "mnist"; empty: not known. Another folder
    /// than before is read anew, where the opened manifold needs it.
    void setFolder(const std::string& dataset, const std::filesystem::path& folder);

    /// Keeps its requests apart from those of another one that works at the same time.
    void setChannel(const std::string& name) { m_channel = name; }
    /// Begins to read what `manifold` needs (null: nothing). changed() when done.
    void require(std::shared_ptr<const Manifold> manifold);
    /// Takes images as they are: for sets that do not come from a folder.
    void provide(std::shared_ptr<const ImageSet> images);

    [[nodiscard]] std::shared_ptr<const ImageSet> images() const { return m_images; }
    /// Why there are no images, once that is known; empty otherwise.
    [[nodiscard]] QString missing() const { return m_missing; }
    [[nodiscard]] bool isReading() const { return m_job != 0; }

Q_SIGNALS:
    void changed();

private:
    void settle(std::shared_ptr<const ImageSet> images, const QString& missing);

    JobBoard& m_jobs;
    JobId m_job = 0;
    std::string m_channel;
    std::shared_ptr<const Manifold> m_manifold;
    std::map<std::string, std::filesystem::path> m_folders;
    std::map<std::string, std::shared_ptr<const ImageSet>> m_read;
    std::shared_ptr<const ImageSet> m_images;
    QString m_missing;
};

} // namespace morphospace
