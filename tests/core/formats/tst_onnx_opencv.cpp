// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What another implementation makes of our ONNX files.
#ifndef Q_MOC_RUN
#include "core/formats/onnx.h"
#include "sample_networks.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#ifndef Q_MOC_RUN
#include <opencv2/dnn.hpp>
#endif

using namespace morphospace;

namespace {

/// Largest difference of the scores allowed, as a part of their scale: other kernels sum in
/// another order, which in float32 gives about 1e-6.
constexpr double tolerance = 1e-4;

const std::vector<SampleNetwork>& samples()
{
    static const std::vector<SampleNetwork> list = sampleNetworks();
    return list;
}

torch::Tensor scoresOf(const std::string& file, const torch::Tensor& pixels)
{
    cv::dnn::Net net = cv::dnn::readNetFromONNX(file);
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    const torch::Tensor values = pixels.contiguous();
    const std::vector<int> shape(values.sizes().begin(), values.sizes().end());
    net.setInput(cv::Mat(shape, CV_32F, values.data_ptr<float>()), "pixels");
    const cv::Mat scores = net.forward("scores");
    return torch::from_blob(scores.data, {scores.size[0], scores.size[1]}).clone();
}

} // namespace

class TestOnnxOpenCv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameScores_data();
    void sameScores();
    void aWrongWeightShows();
};

void TestOnnxOpenCv::sameScores_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("images");
    for (int i = 0; i < int(samples().size()); ++i) {
        for (const int images : {1, 3, 4})
            QTest::addRow("%s, %d images", samples()[std::size_t(i)].name.c_str(), images)
                << i << images;
    }
}

void TestOnnxOpenCv::sameScores()
{
    QFETCH(int, index);
    QFETCH(int, images);
    const SampleNetwork& sample = samples()[std::size_t(index)];
    const QTemporaryDir folder;
    const std::string path = folder.filePath("net.onnx").toStdString();
    writeOnnx(sample.network, sample.scaling, {}, path);
    const torch::Tensor expected = sample.scores.slice(0, 0, images);
    QVERIFY(expected.std().item<double>() > 1e-3);
    const torch::Tensor scores = scoresOf(path, sample.pixels.slice(0, 0, images));
    QVERIFY(scores.sizes() == expected.sizes());
    const double difference = relativeDifference(scores, expected);
    QVERIFY2(difference <= tolerance, qPrintable(QString::number(difference)));
}

/// The comparison itself: one weight of the last shortcut changed, and it fails.
void TestOnnxOpenCv::aWrongWeightShows()
{
    SampleNetwork sample = samples()[3];
    const auto found = std::ranges::find(sample.network.tensors, "layer3.0.shortcut.0.weight",
                                         &WeightTensor::name);
    QVERIFY(found != sample.network.tensors.end());
    for (float& value : found->values)
        value *= 1.01f;
    const QTemporaryDir folder;
    const std::string path = folder.filePath("net.onnx").toStdString();
    writeOnnx(sample.network, sample.scaling, {}, path);
    QVERIFY(relativeDifference(scoresOf(path, sample.pixels), sample.scores) > tolerance);
}

QTEST_APPLESS_MAIN(TestOnnxOpenCv)
#include "tst_onnx_opencv.moc"
