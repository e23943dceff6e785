// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/formats/safetensors.h"
#include "core/weightspace/directions.h"
#include "core/weightspace/pca.h"
#include "core/weightspace/sampling.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace morphospace;

namespace {

Matrix matrixOf(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.to(torch::kFloat32).contiguous();
    Matrix matrix(std::size_t(flat.size(0)), std::size_t(flat.size(1)));
    std::copy_n(flat.data_ptr<float>(), matrix.values.size(), matrix.values.begin());
    return matrix;
}

at::Tensor tensorOf(const Matrix& matrix)
{
    return torch::tensor(at::ArrayRef<float>(matrix.values))
        .view({std::int64_t(matrix.rows), std::int64_t(matrix.columns)})
        .to(torch::kFloat64);
}

/// Members whose variance falls over directions, on columns of unlike means and scales.
Matrix zoo(int members, int weights, int seed)
{
    torch::manual_seed(seed);
    const int rank = std::min(members, weights);
    const at::Tensor falling = torch::pow(0.8, torch::arange(rank, torch::kFloat32));
    const at::Tensor x = torch::randn({members, rank}).mul(falling).matmul(
        torch::randn({rank, weights}));
    return matrixOf((x + 0.05 * torch::randn({members, weights}))
                        * torch::linspace(0.01, 20, weights)
                    + torch::linspace(-30, 50, weights));
}

double largest(const at::Tensor& difference)
{
    return difference.abs().max().item<double>();
}

std::vector<float> vectorOf(std::initializer_list<float> values)
{
    return values;
}

QString messageOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestWeightSpace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standardisationIsTheTextbooks();
    void componentsAreOrthonormal_data();
    void componentsAreOrthonormal();
    void coefficientsGoThereAndBack();
    void bothGramMatricesGiveOneSpace();
    void constantWeightsStayWhatTheyAre();
    void streamingGivesTheExactSpace();
    void filesAreStreamedAsMemoryIs();
    void damagedFilesAreErrors();
    void leastSquaresIsThePseudoInverse();
    void closedFormIsLeastSquares();
    void debiasingLeavesNothingOfTheOthers();
    void editsCommuteAndCancel();
    void groupsMakeADirection();
    void samplesFollowTheirLaw();
    void boundedSamplesStayNear();
    void scoresAgreeWithHandCounts();
};

void TestWeightSpace::standardisationIsTheTextbooks()
{
    const Matrix weights = zoo(70, 9, 1);
    std::vector<float> mean;
    std::vector<float> deviation;
    standardisation(MatrixRows(weights), mean, deviation, 16);
    const at::Tensor x = tensorOf(weights);
    const at::Tensor m = torch::tensor(at::ArrayRef<float>(mean)).to(torch::kFloat64);
    const at::Tensor d = torch::tensor(at::ArrayRef<float>(deviation)).to(torch::kFloat64);
    QVERIFY(largest(m - x.mean(0)) < 1e-4);
    QVERIFY(largest(d / x.std(0) - 1) < 1e-5);
}

void TestWeightSpace::componentsAreOrthonormal_data()
{
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("weights");
    QTest::newRow("few members") << 30 << 90;
    QTest::newRow("few weights") << 120 << 25;
}

void TestWeightSpace::componentsAreOrthonormal()
{
    QFETCH(int, members);
    QFETCH(int, weights);
    const Matrix data = zoo(members, weights, 2);
    const WeightSpace space = principalComponents(MatrixRows(data), 1000);
    QCOMPARE(space.size(), std::size_t(std::min(members - 1, weights)));
    const at::Tensor v = tensorOf(space.components);
    QVERIFY(largest(v.matmul(v.t()) - torch::eye(v.size(0), torch::kFloat64)) < 1e-5);
    // Coefficients are uncorrelated, with the variances that the space states.
    const at::Tensor z = tensorOf(space.project(MatrixRows(data)));
    const at::Tensor c = z.t().matmul(z) / (members - 1.0);
    for (std::int64_t i = 0; i < c.size(0); ++i) {
        QVERIFY(std::abs(c[i][i].item<double>() - space.variances[std::size_t(i)])
                < 1e-4 * space.variances[0]);
    }
    QVERIFY(largest(c - c.diagonal().diag()) < 1e-4 * space.variances[0]);
    QVERIFY(std::abs(space.explained(space.size()) - 1) < 1e-5);
    QVERIFY(space.explained(3) > space.explained(2));
}

void TestWeightSpace::coefficientsGoThereAndBack()
{
    const Matrix data = zoo(24, 60, 3);
    const WeightSpace space = principalComponents(MatrixRows(data), 1000);
    for (std::size_t i = 0; i < data.rows; ++i) {
        const std::vector<float> back = space.unproject(space.project(data.row(i)));
        for (std::size_t j = 0; j < back.size(); ++j)
            QVERIFY(std::abs(back[j] - data.row(i)[j]) < 1e-4F * space.deviation[j] * 5);
    }
    // Fewer coefficients are zeros behind them, as in the smaller space.
    const std::vector<float> z = space.project(data.row(0));
    const std::vector<float> few(z.begin(), z.begin() + 5);
    QCOMPARE(space.unproject(few), space.truncated(5).unproject(few));
    QVERIFY(!messageOf([&] { (void)space.project(vectorOf({1, 2})); }).isEmpty());
    QVERIFY(!messageOf([&] { (void)space.truncated(100); }).isEmpty());
}

void TestWeightSpace::bothGramMatricesGiveOneSpace()
{
    // The singular value decomposition is the reference for both.
    for (const auto& [members, weights] : {std::pair(40, 41), std::pair(42, 41)}) {
        const Matrix data = zoo(members, weights, 4);
        const WeightSpace space = principalComponents(MatrixRows(data), 10);
        const at::Tensor x = tensorOf(data);
        const at::Tensor s = (x - x.mean(0)) / x.std(0);
        const auto [u, values, vt] = at::linalg_svd(s, false);
        for (std::int64_t i = 0; i < 10; ++i) {
            const double variance = std::pow(values[i].item<double>(), 2) / (members - 1);
            QVERIFY(std::abs(variance - space.variances[std::size_t(i)]) < 1e-4 * variance);
            const double same =
                std::abs(vt[i].dot(tensorOf(space.components)[i]).item<double>());
            QVERIFY2(same > 0.999, qPrintable(QString::number(same)));
        }
    }
}

void TestWeightSpace::constantWeightsStayWhatTheyAre()
{
    Matrix data = zoo(12, 20, 5);
    for (std::size_t i = 0; i < data.rows; ++i)
        data.row(i)[7] = 3.25F;
    const WeightSpace space = principalComponents(MatrixRows(data), 100);
    QCOMPARE(space.deviation[7], 0.0F);
    QCOMPARE(space.unproject(vectorOf({5, -3, 2}))[7], 3.25F);
    data.row(3)[2] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(messageOf([&] { (void)principalComponents(MatrixRows(data), 3); })
                .contains("not finite"));
    QVERIFY(!messageOf([] { (void)principalComponents(MatrixRows(Matrix(1, 5)), 3); }).isEmpty());
}

void TestWeightSpace::streamingGivesTheExactSpace()
{
    const Matrix data = zoo(300, 120, 6);
    const WeightSpace exact = principalComponents(MatrixRows(data), 8);
    int passes = 0;
    StreamedPca options;
    options.components = 8;
    options.oversampling = 12;
    options.blockBytes = 37 * 120 * sizeof(float); // no whole number of blocks
    options.tolerance = 1e-7;
    options.progress = [&passes](int pass, double) { passes = pass; };
    const WeightSpace streamed = streamedPrincipalComponents(MatrixRows(data), options);
    QVERIFY(passes > 1);
    QCOMPARE(streamed.size(), std::size_t(8));
    for (std::size_t i = 0; i < 8; ++i) {
        QVERIFY(std::abs(streamed.variances[i] / exact.variances[i] - 1) < 1e-3);
        QVERIFY(std::abs(cosine(streamed.components.row(i), exact.components.row(i))) > 0.99);
    }
    QVERIFY(std::abs(streamed.totalVariance - exact.totalVariance) < 1e-3 * exact.totalVariance);
    const at::Tensor v = tensorOf(streamed.components);
    QVERIFY(largest(v.matmul(v.t()) - torch::eye(8, torch::kFloat64)) < 1e-5);
    std::stop_source stop;
    stop.request_stop();
    options.stop = stop.get_token();
    QVERIFY_EXCEPTION_THROWN((void)streamedPrincipalComponents(MatrixRows(data), options),
                             Cancelled);
}

void TestWeightSpace::filesAreStreamedAsMemoryIs()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("zoo.safetensors").toStdString();
    const Matrix data = zoo(50, 33, 7);
    StoredFile stored;
    stored.tensors.push_back(storeFloats("other", {3}, std::vector<float>{1, 2, 3}));
    stored.tensors.push_back(storeFloats("members", {50, 33}, data.values));
    writeSafetensors(file, stored);
    const FileRows rows(file, "members");
    QCOMPARE(rows.rows(), std::size_t(50));
    std::vector<float> part(3 * 33);
    rows.read(20, 3, part.data());
    QVERIFY(std::equal(part.begin(), part.end(), data.row(20).begin()));
    StreamedPca options;
    options.components = 5;
    options.blockBytes = 2 * 7 * 33 * sizeof(float); // seven rows a block, and one in the last
    const WeightSpace fromFile = streamedPrincipalComponents(rows, options);
    const WeightSpace fromMemory = streamedPrincipalComponents(MatrixRows(data), options);
    QCOMPARE(fromFile.components.values, fromMemory.components.values);
}

void TestWeightSpace::damagedFilesAreErrors()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("zoo.safetensors").toStdString();
    QVERIFY(messageOf([&] { const FileRows rows(file, "members"); }).contains("zoo.safetensors"));
    const std::uint64_t tenGigabytes = std::uint64_t(10) << 30;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(&tenGigabytes), sizeof tenGigabytes)
        .write("{}", 2);
    QVERIFY(messageOf([&] { const FileRows rows(file, "members"); }).contains("byte 0"));
    StoredFile stored;
    stored.tensors.push_back(storeFloats("members", {6}, std::vector<float>(6)));
    writeSafetensors(file, stored);
    QVERIFY(messageOf([&] { const FileRows rows(file, "members"); }).contains("two"));
    QVERIFY(messageOf([&] { const FileRows rows(file, "x"); }).contains("no tensor 'x'"));
    stored.tensors = {storeFloats("members", {40, 1000}, std::vector<float>(40000, 1.0F))};
    writeSafetensors(file, stored);
    const FileRows rows(file, "members");
    std::filesystem::resize_file(file, 5000);
    std::vector<float> row(1000);
    QVERIFY(messageOf([&] { rows.read(39, 1, row.data()); }).contains("shorter"));
}

void TestWeightSpace::leastSquaresIsThePseudoInverse()
{
    for (const auto& [members, columns] : {std::pair(60, 12), std::pair(10, 15)}) {
        torch::manual_seed(8);
        const at::Tensor z = torch::randn({members, columns}) * 3 + 1;
        std::vector<double> labels;
        for (int i = 0; i < members; ++i)
            labels.push_back(i % 3 == 0 ? 1 : -1);
        const std::vector<float> normal = leastSquares(matrixOf(z), labels);
        const at::Tensor x = z.to(torch::kFloat64) - z.to(torch::kFloat64).mean(0);
        at::Tensor y = torch::tensor(at::ArrayRef<double>(labels), torch::kFloat64);
        y -= y.mean();
        const at::Tensor expected = at::linalg_pinv(x, 1e-10).matmul(y);
        const double apart =
            largest(torch::tensor(at::ArrayRef<float>(normal)) - expected);
        QVERIFY2(apart < 1e-5, qPrintable(QString("%1 members: %2").arg(members).arg(apart)));
    }
    QVERIFY(!messageOf([] { (void)leastSquares(Matrix(3, 2), std::vector<double>{1}); }).isEmpty());
}

void TestWeightSpace::closedFormIsLeastSquares()
{
    const Matrix data = zoo(80, 30, 9);
    const WeightSpace space = principalComponents(MatrixRows(data), 12);
    const Matrix z = space.project(MatrixRows(data));
    std::vector<double> labels;
    for (std::size_t i = 0; i < z.rows; ++i)
        labels.push_back(data.row(i)[4] * 0.1 + data.row(i)[11]);
    const std::vector<float> general = leastSquares(z, labels);
    const std::vector<float> closed = leastSquaresOfMembers(z, labels);
    for (std::size_t k = 0; k < general.size(); ++k)
        QVERIFY(std::abs(general[k] - closed[k]) < 1e-3 * (1 + std::abs(general[k])));
}

void TestWeightSpace::debiasingLeavesNothingOfTheOthers()
{
    torch::manual_seed(10);
    const Matrix r = matrixOf(torch::randn({4, 20}));
    const auto row = [&r](std::size_t i) {
        return std::vector<float>(r.row(i).begin(), r.row(i).end());
    };
    // The third is a mixture of the first two: dependent nuisances are legal.
    std::vector<float> mixture = row(1);
    for (std::size_t i = 0; i < mixture.size(); ++i)
        mixture[i] += 2 * r.row(2)[i];
    const std::vector<std::vector<float>> nuisances{row(1), row(2), mixture, row(3)};
    const std::vector<float> left = debiased(row(0), nuisances);
    double worstInTurn = 0;
    const std::vector<float> inTurn = debiasedInTurn(row(0), nuisances);
    for (const auto& nuisance : nuisances) {
        QVERIFY(std::abs(cosine(left, nuisance)) < 1e-6);
        worstInTurn = std::max(worstInTurn, std::abs(cosine(inTurn, nuisance)));
    }
    QVERIFY2(worstInTurn > 1e-3, "the published form keeps a part of earlier nuisances");
    QVERIFY(!messageOf([&] { (void)debiased(mixture, {row(1), row(2)}); }).isEmpty());
    QCOMPARE(debiased(row(0), {}), row(0));
    const Matrix all = cosines(nuisances);
    QVERIFY(std::abs(all.row(1)[1] - 1) < 1e-6 && all.row(0)[2] == all.row(2)[0]);
}

void TestWeightSpace::editsCommuteAndCancel()
{
    torch::manual_seed(11);
    const Matrix members = matrixOf(torch::randn({50, 16}) * 4);
    const Direction a =
        makeDirection("a", std::vector<float>(members.row(0).begin(), members.row(0).end()), members);
    const Direction b =
        makeDirection("b", std::vector<float>(members.row(1).begin(), members.row(1).end()), members);
    QVERIFY(std::abs(cosine(a.axis, members.row(0)) - 1) < 1e-6);
    QVERIFY(a.sigma > 0 && a.least < 0 && a.greatest > 0);
    const auto z = members.row(7);
    const std::vector<float> ab = edited(z, std::vector<Edit>{{&a, 1.7}, {&b, -2.1}});
    const std::vector<float> ba = edited(z, std::vector<Edit>{{&b, -2.1}, {&a, 1.7}});
    const std::vector<float> steps =
        edited(edited(z, std::vector<Edit>{{&b, -2.1}}), std::vector<Edit>{{&a, 1.7}});
    const std::vector<float> back = edited(ab, std::vector<Edit>{{&b, 2.1}, {&a, -1.7}});
    for (std::size_t i = 0; i < ab.size(); ++i) {
        QVERIFY(std::abs(ab[i] - ba[i]) < 1e-5);
        QVERIFY(std::abs(ab[i] - steps[i]) < 1e-5);
        QVERIFY(std::abs(back[i] - z[i]) < 1e-5);
    }
    // One sigma along the axis is one standard deviation of the members' positions.
    const std::vector<float> one = edited(z, std::vector<Edit>{{&a, 1}});
    double moved = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        moved += (one[i] - z[i]) * a.axis[i];
    QVERIFY(std::abs(moved - a.sigma) < 1e-4);
    QVERIFY(messageOf([&] { (void)makeDirection("none", std::vector<float>(16), members); })
                .contains("none"));
}

void TestWeightSpace::groupsMakeADirection()
{
    const Matrix data = zoo(60, 24, 12);
    const WeightSpace space = principalComponents(MatrixRows(data), 10);
    const Matrix z = space.project(MatrixRows(data));
    std::vector<std::size_t> low, high;
    for (std::size_t i = 0; i < z.rows; ++i)
        (z.row(i)[0] < 0 ? low : high).push_back(i);
    const std::vector<float> normal = directionBetween(z, low, high);
    const std::vector<double> along = positions(z, normal);
    double meanLow = 0, meanHigh = 0;
    for (const std::size_t i : low)
        meanLow += along[i] / double(low.size());
    for (const std::size_t i : high)
        meanHigh += along[i] / double(high.size());
    QVERIFY(meanHigh > meanLow);
    QVERIFY(!messageOf([&] { (void)directionBetween(z, low, {}); }).isEmpty());
    QVERIFY(messageOf([&] { (void)directionBetween(z, low, low); }).contains("twice"));
    QVERIFY(messageOf([&] {
                (void)directionBetween(z, low, std::vector<std::size_t>{99});
            }).contains("no member 99"));
}

void TestWeightSpace::samplesFollowTheirLaw()
{
    torch::manual_seed(13);
    const at::Tensor mixing = torch::randn({6, 6});
    const Matrix members = matrixOf(torch::randn({400, 6}).matmul(mixing) + 2);
    const at::Tensor z = tensorOf(members);
    SamplingOptions options;
    options.components = 6;
    options.spread = 1;
    constexpr std::size_t many = 20000;
    for (const SamplingKind kind : {SamplingKind::Independent, SamplingKind::Covariance}) {
        options.kind = kind;
        QCOMPARE(samplingKindFrom(nameOf(kind)), kind);
        const at::Tensor s = tensorOf(sampleMembers(members, many, options));
        QVERIFY(largest(s.mean(0) - z.mean(0)) < 0.15);
        QVERIFY(largest(s.std(0) / z.std(0) - 1) < 0.05);
        const at::Tensor own = at::corrcoef(s.t());
        const at::Tensor expected = kind == SamplingKind::Covariance
            ? at::corrcoef(z.t())
            : torch::eye(6, torch::kFloat64);
        QVERIFY(largest(own - expected) < 0.05);
    }
    options.components = 2;
    const Matrix few = sampleMembers(members, 3, options);
    const double rest = std::abs(few.row(0)[4] - z.mean(0)[4].item<double>());
    QVERIFY(rest < 1e-4);
    QCOMPARE(sampleMembers(members, 3, options).values, few.values);
    QVERIFY(!messageOf([] { (void)samplingKindFrom("x"); }).isEmpty());
}

void TestWeightSpace::boundedSamplesStayNear()
{
    torch::manual_seed(14);
    const Matrix members = matrixOf(torch::randn({100, 20}));
    SamplingOptions options;
    options.kind = SamplingKind::Bounded;
    options.components = 20;
    options.spread = 2;
    std::vector<double> own = nearestDistances(members);
    std::sort(own.begin(), own.end());
    const Matrix samples = sampleMembers(members, 50, options);
    for (std::size_t i = 0; i < samples.rows; ++i) {
        const Novelty found = novelty(members, samples.row(i));
        QVERIFY(found.distance <= own.back() + 1e-3);
        QVERIFY(found.cosine > 0);
    }
    const Novelty itself = novelty(members, members.row(3));
    QCOMPARE(itself.nearest, std::size_t(3));
    QVERIFY(itself.distance < 1e-6 && itself.cosine > 0.999999);
}

void TestWeightSpace::scoresAgreeWithHandCounts()
{
    const std::vector<double> scores{0.1, 0.4, 0.35, 0.8};
    const std::vector<bool> positive{false, false, true, true};
    QCOMPARE(areaUnderCurve(scores, positive), 0.75);
    QCOMPARE(balancedAccuracy(scores, positive, 0.375), 0.5);
    QCOMPARE(balancedAccuracy(scores, positive, 0.2), 0.75);
    const std::vector<double> a{1, 2, 3};
    QVERIFY(std::abs(correlation(a, std::vector<double>{3, 5, 7}) - 1) < 1e-12);
    QCOMPARE(correlation(a, std::vector<double>{4, 4, 4}), 0.0);
}

QTEST_GUILESS_MAIN(TestWeightSpace)
#include "tst_weight_space.moc"
