// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QButtonGroup;
class QLabel;
class QSpinBox;

namespace morphospace {

/// What of a zoo is written to a file.
enum class ZooExport { Adapter, Merged, SamplesPng, SamplesIdx };

/// Chooses what is exported: the model that is shown as an adapter or as a network by itself, or
/// samples as a picture or as IDX files.
class ZooExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ZooExportDialog(QWidget* parent = nullptr);

    [[nodiscard]] ZooExport kind() const;
    [[nodiscard]] int count() const;

private:
    QButtonGroup* m_kinds;
    QSpinBox* m_count;
};

} // namespace morphospace
