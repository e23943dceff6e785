<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>PercentList</name>
    <message>
        <source>A list such as 25, 50, 75 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 sizes at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a percentage above 0 and up to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace</name>
    <message>
        <source>Opens a weight manifold: drag a slider, see a real network morph.
Examples:
  morphospace resources/manifolds/glyphs-lenet.manifold
  morphospace --replay resources/lessons/compression.morph --export out
  morphospace --script resources/scripts/tour.json --export out FILE
  morphospace --screenshot page.png --page compression --theme dark FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .manifold file, a session (.morph) or a figure with its session; without it, a bundled manifold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays a list of actions (JSON) in the window, then ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a session and plays it from its start, then ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes window picture, figure, numbers and checkpoint into a folder, then ends; without --script after a short tour of sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a picture of the window, then ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to show: morph or compression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or system; for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window in pixels, for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute threads; 0: one less than the cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures on the first N test images; 0: on all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drags the width slider 200 moves and cancels 20 sweeps; prints how long the first picture, the longest gap between event-loop turns and a cancelled job&apos;s end took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --bench: prints one JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than one file; expected one .manifold file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--replay beside another file or a script; expected it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--page %1; expected morph or compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme %1; expected light, dark or system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size %1; expected such as 1280x800, from 320x240 to 8192x8192</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 %2; expected a number from 0 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B, current: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A, pinned: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars are 95 % intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows at the edge point to measurements outside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against compression of %1: %2 measurements with 95 % intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page: accuracy against compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded when trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, accuracy %3 (95 % interval %4 to %5) on %6 images, compression %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, unseen size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, average of %1 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column (85 mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns (178 mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide (254 × 143 mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the diagonal: right; elsewhere: wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, A: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2: %3 of %4 images right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy %1 (95 % interval %2 to %3) on %4 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network %1 as boxes along the way of the data: %2 parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page: network, accuracy and images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy with its interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test images and predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 test images with what %2 says of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test of Durkalski and interval by bootstrap, both over font families, because images of one font are not independent. McNemar&apos;s exact test, which takes every image as independent, gives %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>McNemar&apos;s exact test; interval of Bonett and Price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B against A on the same %1 images: %2 points (95 % interval %3 to %4), %5 by Durkalski&apos;s test over font families; only A right on %6, only B on %7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B against A on the same %1 images: %2 points (95 % interval %3 to %4), %5 by McNemar&apos;s exact test; only A right on %6, only B on %7.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::AboutDialog</name>
    <message>
        <source>About Morphospace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights of all sizes of one network family, as a surface you can move on: drag a slider, see a real network morph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of the libraries in use, and the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two papers behind the program, as BibTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty, to the extent the law permits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the BibTeX entries on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::AccuracyGauge</name>
    <message>
        <source>Accuracy of the current sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test images classified right, in percent, with its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, interval %2 to %3; %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring… (the number is of %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clean sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of %1 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded when trained, on %1 test images of %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured on %1 of %2 test images of %3, %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::ChartView</name>
    <message>
        <source>Accuracy against compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right walk through the points, Return goes to the marked one; the same numbers are in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every measurement of this session, the recorded ones and the references; click a point to go to its size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::CheckpointDialog</name>
    <message>
        <source>Batch-normalisation state: generated for each size and folded into weights and biases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch-normalisation state: folded before the manifold was trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch-normalisation state: none, this family has no such layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each file with its network, its parameters and the part of the full-size parameters that it saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the files listed above in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current B: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports the network as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned A: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned A: nothing is pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports the sample that is pinned as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports a network at each of these percentages of full width, with the current depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentages of full width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 25, 50, 75 %: up to %1, a point before decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safetensors, PyTorch&apos;s names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TorchScript (.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX (.onnx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors and what describes them, no code; read by PyTorch, Python and many others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that torch.jit.load runs as it is; the scaling of its input is inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network for ONNX Runtime, OpenCV and others; the scaling of its input is inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card beside each file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Markdown text with measured accuracy, size, origin and how to load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights that the manifold gives at exactly this size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the clean sample and of others at jittered coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples to average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples go into the mean, the clean one among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that the files are written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of every file&apos;s name; the size and the format follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a window to choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write into this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name without / that does not begin with a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (replaced)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: %1, of them replaced: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy is measured on %1, %2 images, for the model card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test images are at hand: the model card says that accuracy was not measured.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::CheckpointExport</name>
    <message>
        <source>sampling %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing checkpoints: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export stopped: %1 of %2 files are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::ComparisonCard</name>
    <message>
        <source>B against A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paired test: both networks on the same images, image by image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of accuracies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of B minus accuracy of A, in percentage points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval of the difference, in percentage points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often networks that are equally good would differ by this much or more (two-sided)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images on which only one is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discordant images: the only ones that tell A and B apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How A and B were compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B are the same network. Change B to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images are being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no test images here. Recorded accuracies cannot be compared image by image, because which images were right was not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: B is being measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: A is being measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: A is measured as soon as B is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B were measured on different images, and can only be compared on the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %: %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only A right: %1
only B right: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paired on the same %1 images.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::CompressionChart</name>
    <message>
        <source>trained range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A, pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B, current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compression (1 − MACs / MACs at full size), %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compression (1 − parameters / parameters at full size), %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs saved, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters saved, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded, unseen size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded, trained range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session, unseen size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session, trained range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::CompressionPage</name>
    <message>
        <source>Close up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the trained range large; points outside it become arrows at the edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the numbers behind the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression counted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which cost the horizontal axis counts, in percent of full size saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the figure as it will be on paper, and writes it as SVG, PDF or PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the numbers of the figure as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All measurements; press Return or double-click to go to a size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Click to go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a point to read it, click it to go to its size. Bars are 95 % intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the sweep; what it measured stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures widths and depths through the trained range and past it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::ConfigurationPanel</name>
    <message>
        <source>width %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; blocks %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the sliders of the single stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of all stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of all stages together, in percent of full width; the band is what training sampled, the line is full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of all stages, typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of all stages together, in percent of full width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of all stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual blocks in every stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of all stages, typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples averaged, K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: the clean sample. K above 1: the mean of the clean sample and K − 1 samples at jittered coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average of K samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the largest trained configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the current sample as A, to compare with while B changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanges the pinned sample A and the current sample B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of %1; the band is what training sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual blocks in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels (stages differ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width only: the depth of this manifold is fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin A</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::ConfusionDialog</name>
    <message>
        <source>Confusion matrix and accuracy by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted class, in images; first column: percent right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts all counts on the clipboard as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read as %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::ConfusionModel</name>
    <message>
        <source>%1: %2 of %3 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read as %2: %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::FigureDialog</name>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place the figure is for; text has the size that suits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the page in millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the page in millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text in points; marks and lines grow with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF: vectors, text can be searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG: vectors, text as outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG: pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dots an inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots an inch of a PNG and of the picture on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session: the file opens as it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the numbers come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enclosed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file says of its making, in its own metadata: version, hashes, configuration and seed, with or without the session; never a name or a folder of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for a file and writes the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the figure on the clipboard, as a picture and as SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the numbers behind this figure as CSV or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels at this resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture may have %1 million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all text fits: make the figure larger or its text smaller (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (*%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure on its page, as it will be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::ImageStrip</name>
    <message>
        <source>Test images and predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test images with the predicted class and its probability; choose one with the mouse or the arrow keys to see it enter the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a test image of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 says %2, %3 (%4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::InspectorPanel</name>
    <message>
        <source>The current sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels and blocks of the stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the test images measured so far; &quot;recorded&quot;: when the manifold was trained, because there are no test images here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and biases of the standalone network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates for one image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and biases as 32-bit floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − parameters / parameters at full size, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − MACs / MACs at full size, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured time for one image: batch 1, one thread, median after warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What generates the weights, and its own size beside the network&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No manifold open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator: %1, %2 parameters of its own (%3), beside %4 of the network at full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::JobsBar</name>
    <message>
        <source>Running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being computed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the job is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops this job; what it has done stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists everything that runs or waits; choose one to cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::JournalList</name>
    <message>
        <source>start of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   –   %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::JournalPanel</name>
    <message>
        <source>First step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the start of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes one step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays the steps from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes one step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast steps are played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note on the present step, kept in the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note on this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step of this session; choose one to go back or forward to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops at this step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::LiveMorph</name>
    <message>
        <source>Measuring B, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring A, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::LocalWords</name>
    <message>
        <source>en</source>
        <comment>Code of the language of this translation: de in German</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::MainWindow</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy vs compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network as it is now, on real test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every measurement against the size it saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifolds, sessions and figures (*.manifold *.morph *.png *.svg *.pdf);;Weight manifolds (*.manifold);;Sessions (*.morph);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a weight manifold, a session, or a figure with its session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the session: every step, note and measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the session under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save with manifolds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves a session that holds its manifolds, for another machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes what is shown as SVG, PDF or PNG, for paper or a slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all measurements as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export checkpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes networks of this manifold that PyTorch and others load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, threads, data folders and cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the current sample as A to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanges the pinned and the current sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the largest trained size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy by class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix and accuracy of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep all sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures widths and depths through the trained range and past it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Morphospace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, how to cite, licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the step again that was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundled manifolds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 does not replay as it was recorded: %2 of %3 images right now, %4 then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::MeasurementModel</name>
    <message>
        <source>this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded when trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression (parameters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression (MACs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program has to say; it can be selected and copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does what the button says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::MissingDialog</name>
    <message>
        <source>Find the manifolds of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was made with files that are not where it expects them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find each one. A file is taken only if its content is the one this session was made with, whatever its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file of this name holds something else now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the file on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the session once all its files are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays with what was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight manifolds (*.manifold);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is another one: its SHA-256 begins with %2, this session needs %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::MorphPage</name>
    <message>
        <source>By class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix and accuracy of each class, in a window that follows the sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says where the test images of this data set are on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a manifold to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test images of %1 are not on this machine yet. Until they are, the page shows what was measured when the manifold was trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder with %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No accuracy was recorded at this size when the manifold was trained, and there are no test images to measure it on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::NetworkDiagram</name>
    <message>
        <source>Network diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network at the current configuration; point at a box for its numbers, or step through the boxes with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outline: full size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    dashed: A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with widths and depths %2: %3 parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one less than the cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads that compute networks, beside the one of the window; takes effect when the program starts again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory that keeps networks and measurements already seen, in megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the files of %1 as their owners name them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a window to choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves everything as it was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::RangeBadge</name>
    <message>
        <source>Trained range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether training sampled networks of this size; outside, the weights are an extrapolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen size
trained: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the trained range
%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::RecoveryDialog</name>
    <message>
        <source>unsaved session on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsaved session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1   –   %n step(s), last change %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that ended without being closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the saved one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with every step that was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the file as it was saved last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins an empty session; what was found is put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morphospace ended while you were at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step was kept. What shall be opened?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::SessionFiles</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding what the session refers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was not opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.morph)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session with its manifolds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was never saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving, the steps since then are lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::SizeRow</name>
    <message>
        <source>%1, typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::Sweep</name>
    <message>
        <source>Sweep over %1 sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::TestImages</name>
    <message>
        <source>Reading test images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>morphospace::WelcomePage</name>
    <message>
        <source>Open a weight manifold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a .manifold file anywhere in this window, or begin with one that ships with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens this manifold, which ships with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses a .manifold file to open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
