// SPDX-FileCopyrightText: The Morphospace authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/onnx.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/formats/checkpoint_content.h"

#include <nlohmann/json.hpp>

#include <onnx/checker.h>
#include <onnx/onnx_pb.h>
#include <onnx/shape_inference/implementation.h>

#include <bit>
#include <initializer_list>
#include <span>

namespace morphospace {

namespace {

/// The graph in the order in which data flows; every function returns the name of what it made.
class GraphWriter {
public:
    explicit GraphWriter(onnx::GraphProto& graph) : m_graph(graph) {}

    std::string constant(const std::string& name, const std::vector<std::int64_t>& shape,
                         std::span<const float> values)
    {
        static_assert(std::endian::native == std::endian::little,
                      "raw data of ONNX is little endian");
        onnx::TensorProto& tensor = *m_graph.add_initializer();
        tensor.set_name(name);
        tensor.set_data_type(onnx::TensorProto::FLOAT);
        for (const std::int64_t extent : shape)
            tensor.add_dims(extent);
        tensor.set_raw_data(values.data(), values.size_bytes());
        return name;
    }

    std::string unit(const Unit& unit, const std::string& input)
    {
        const std::string weight = unit.name + ".weight";
        const std::string bias = unit.name + ".bias";
        if (unit.operation == Operation::Linear) {
            onnx::NodeProto& node = add("Gemm", unit.name, {input, weight, bias}, "scores");
            integer(node, "transB", 1);
            return "scores";
        }
        onnx::NodeProto& node = add("Conv", unit.name, {input, weight, bias}, unit.name);
        integers(node, "kernel_shape", {unit.kernel, unit.kernel});
        integers(node, "strides", {unit.stride, unit.stride});
        integers(node, "pads", {unit.padding, unit.padding, unit.padding, unit.padding});
        return unit.name;
    }

    std::string simple(const char* operation, const std::string& name,
                       const std::vector<std::string>& inputs)
    {
        add(operation, name, inputs, name);
        return name;
    }

    std::string halved(const std::string& input)
    {
        const std::string name = input + ".pool";
        onnx::NodeProto& node = add("MaxPool", name, {input}, name);
        integers(node, "kernel_shape", {2, 2});
        integers(node, "strides", {2, 2});
        return name;
    }

    std::string flat(const std::string& input)
    {
        integer(add("Flatten", "flatten", {input}, "features"), "axis", 1);
        return "features";
    }

private:
    onnx::NodeProto& add(const char* operation, const std::string& name,
                         const std::vector<std::string>& inputs, const std::string& output)
    {
        onnx::NodeProto& node = *m_graph.add_node();
        node.set_op_type(operation);
        node.set_name(name);
        for (const std::string& input : inputs)
            node.add_input(input);
        node.add_output(output);
        return node;
    }

    static void integer(onnx::NodeProto& node, const char* name, std::int64_t value)
    {
        onnx::AttributeProto& attribute = *node.add_attribute();
        attribute.set_name(name);
        attribute.set_type(onnx::AttributeProto::INT);
        attribute.set_i(value);
    }

    static void integers(onnx::NodeProto& node, const char* name, std::initializer_list<int> values)
    {
        onnx::AttributeProto& attribute = *node.add_attribute();
        attribute.set_name(name);
        attribute.set_type(onnx::AttributeProto::INTS);
        for (const int value : values)
            attribute.add_ints(value);
    }

    onnx::GraphProto& m_graph;
};

void addLeNet(const std::vector<Unit>& units, std::string x, GraphWriter& graph)
{
    for (std::size_t i = 0; i < 3; ++i) {
        x = graph.simple("Relu", units[i].name + ".relu", {graph.unit(units[i], x)});
        if (i < 2)
            x = graph.halved(x);
    }
    graph.unit(units[3], graph.flat(x));
}

void addResNet(const std::vector<Unit>& units, std::string x, GraphWriter& graph)
{
    const auto relu = [&graph](const std::string& input) {
        return graph.simple("Relu", input + ".relu", {input});
    };
    x = relu(graph.unit(units[0], x));
    std::size_t i = 1;
    while (units[i].operation == Operation::Convolution) {
        const bool projected = units[i].stage > 0 && units[i].block == 0;
        std::string y = relu(graph.unit(units[i], x));
        y = graph.unit(units[i + 1], y);
        if (projected)
            x = graph.unit(units[i + 2], x);
        x = relu(graph.simple("Add", units[i + 1].name + ".sum", {y, x}));
        i += projected ? 3 : 2;
    }
    x = graph.simple("GlobalAveragePool", "mean", {x});
    graph.unit(units[i], graph.flat(x));
}

/// An input or output: float32, the first extent any number of images.
void describeValue(onnx::ValueInfoProto& value, const char* name, std::initializer_list<int> shape)
{
    value.set_name(name);
    onnx::TypeProto::Tensor& type = *value.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnx::TensorProto::FLOAT);
    type.mutable_shape()->add_dim()->set_dim_param("batch");
    for (const int extent : shape)
        type.mutable_shape()->add_dim()->set_dim_value(extent);
}

onnx::ModelProto modelOf(const Network& network, const InputScaling& scaling)
{
    const Family& family = network.family;
    onnx::ModelProto model;
    model.set_ir_version(onnxFileVersion);
    onnx::OperatorSetIdProto& operators = *model.add_opset_import();
    operators.set_domain("");
    operators.set_version(onnxOperatorSet);
    model.set_producer_name("Morphospace");
    model.set_producer_version(programVersion());
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name(std::string(familyName(family.kind)) + " " + describe(network.configuration));
    graph.set_doc_string("pixels: images scaled to 0..1; scores: one a class, before softmax");
    describeValue(*graph.add_input(), "pixels",
                  {family.imageChannels, family.imageSize, family.imageSize});
    describeValue(*graph.add_output(), "scores", {family.classes});

    GraphWriter writer(graph);
    // Without an axis for the batch: OpenCV 4.6 takes one of 1 for the axis that carries the
    // values.
    const std::vector<std::int64_t> perChannel{family.imageChannels, 1, 1};
    const std::string mean = writer.constant("input_mean", perChannel, scaling.mean);
    const std::string deviation = writer.constant("input_deviation", perChannel, scaling.deviation);
    for (const WeightTensor& tensor : network.tensors)
        writer.constant(tensor.name, tensor.shape, tensor.values);
    const std::string centred = writer.simple("Sub", "centred", {"pixels", mean});
    const std::string scaled = writer.simple("Div", "scaled", {centred, deviation});
    const std::vector<Unit> list = units(family, network.configuration);
    if (family.kind == FamilyKind::LeNet)
        addLeNet(list, scaled, writer);
    else
        addResNet(list, scaled, writer);
    return model;
}

/// ONNX's own opinion: the structure against the operators' schemas, then every shape.
void check(const onnx::ModelProto& model)
{
    onnx::checker::check_model(model);
    onnx::ModelProto inferred = model;
    const onnx::ShapeInferenceOptions strict(true, 1, false);
    onnx::shape_inference::InferShapes(inferred, onnx::OpSchemaRegistry::Instance(), strict);
}

} // namespace

void writeOnnx(const Network& network, const InputScaling& scaling,
               const std::map<std::string, std::string>& provenance,
               const std::filesystem::path& file)
{
    requireComplete(network, scaling);
    std::map<std::string, std::string> facts = checkpointFacts(network, scaling, provenance);
    facts.erase("format"); // says "pt" for readers of safetensors
    std::string bytes;
    try {
        (void)nlohmann::json(facts).dump(); // protobuf itself would write a text that is not UTF-8
        onnx::ModelProto model = modelOf(network, scaling);
        for (const auto& [name, value] : facts) {
            onnx::StringStringEntryProto& entry = *model.add_metadata_props();
            entry.set_key(name);
            entry.set_value(value);
        }
        check(model);
        if (!model.SerializeToString(&bytes))
            throw fileError(file, "", "the network is too large for ONNX", "less than 2 GB");
    } catch (const Error&) {
        throw;
    } catch (const nlohmann::json::exception&) {
        throw fileError(file, "the provenance", "a text is not valid UTF-8");
    } catch (const std::exception& error) {
        throw fileError(file, "", "ONNX does not accept the network: " + std::string(error.what()));
    }
    writeFileAtomically(file, bytes);
}

} // namespace morphospace
