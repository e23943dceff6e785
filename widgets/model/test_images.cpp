// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/model/test_images.h"

#include "core/base/error.h"
#include "core/datasets/library.h"
#include "core/evaluation/evaluation.h"
#include "widgets/language/core_text.h"

namespace morphospace {

TestImages::TestImages(JobBoard& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
{
}

TestImages::~TestImages()
{
    m_jobs.cancel(m_job);
}

void TestImages::setFolder(const std::string& dataset, const std::filesystem::path& folder)
{
    if (m_folders[dataset] == folder) {
        return;
    }
    m_folders[dataset] = folder;
    // What was read in the folder before is no longer what was asked for.
    m_read.erase(dataset);
    if (m_manifold && m_manifold->dataset == dataset) {
        require(m_manifold);
    }
}

void TestImages::require(std::shared_ptr<const Manifold> manifold)
{
    m_jobs.cancel(m_job);
    m_job = 0;
    m_manifold = std::move(manifold);
    m_images.reset();
    m_missing.clear();
    if (!m_manifold) {
        Q_EMIT changed();
        return;
    }
    const std::string dataset = m_manifold->dataset;
    const auto known = m_read.find(dataset);
    if (known != m_read.end()) {
        settle(known->second, {});
        return;
    }
    m_job = m_jobs.scheduler().runLatest(
        m_channel + "test images", tr("Reading test images").toStdString(),
        [this, dataset, folder = m_folders[dataset]](JobContext& context) {
            std::shared_ptr<const ImageSet> images;
            QString missing;
            try {
                images = loadImageSet(dataset, Split::Test, folder);
            } catch (const Error& error) {
                missing = errorText(error);
            }
            context.deliver([this, dataset, images, missing] {
                m_job = 0;
                if (images) {
                    m_read[dataset] = images;
                }
                settle(images, missing);
            });
        });
    Q_EMIT changed();
}

void TestImages::provide(std::shared_ptr<const ImageSet> images)
{
    m_jobs.cancel(m_job);
    m_job = 0;
    if (m_manifold) {
        m_read[m_manifold->dataset] = images;
    }
    settle(std::move(images), {});
}

void TestImages::settle(std::shared_ptr<const ImageSet> images, const QString& missing)
{
    m_images = std::move(images);
    m_missing = missing;
    if (m_images && m_manifold) {
        try {
            requireFits(m_manifold->family(), *m_images);
        } catch (const Error& error) {
            m_images.reset();
            m_missing = errorText(error);
        }
    }
    Q_EMIT changed();
}

} // namespace morphospace
