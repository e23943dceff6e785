<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>morphospace</name>
    <message>
        <source>B, current: %1.</source>
        <translation>B, aktuell: %1.</translation>
    </message>
    <message>
        <source>A, pinned: %1.</source>
        <translation>A, angeheftet: %1.</translation>
    </message>
    <message>
        <source>Bars are 95 % intervals.</source>
        <translation>Balken sind 95-%-Intervalle.</translation>
    </message>
    <message>
        <source>Arrows at the edge point to measurements outside it.</source>
        <translation>Pfeile am Rand zeigen auf Messungen außerhalb.</translation>
    </message>
    <message>
        <source>Accuracy against compression of %1: %2 measurements with 95 % intervals.</source>
        <translation>Genauigkeit über der Kompression von %1: %2 Messungen mit 95-%-Intervallen.</translation>
    </message>
    <message>
        <source>Accuracy against compression</source>
        <translation>Genauigkeit über der Kompression</translation>
    </message>
    <message>
        <source>Whole page: accuracy against compression</source>
        <translation>Ganze Seite: Genauigkeit über der Kompression</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>diese Sitzung</translation>
    </message>
    <message>
        <source>recorded when trained</source>
        <translation>beim Training aufgezeichnet</translation>
    </message>
    <message>
        <source>%1: %2, accuracy %3 (95 % interval %4 to %5) on %6 images, compression %7</source>
        <translation>%1: %2, Genauigkeit %3 (95-%-Intervall %4 bis %5) auf %6 Bildern, Kompression %7</translation>
    </message>
    <message>
        <source>, unseen size</source>
        <translation>, ungesehene Größe</translation>
    </message>
    <message>
        <source>, average of %1 samples</source>
        <translation>, Mittel aus %1 Ziehungen</translation>
    </message>
    <message>
        <source>One column (85 mm)</source>
        <translation>Eine Spalte (85 mm)</translation>
    </message>
    <message>
        <source>Two columns (178 mm)</source>
        <translation>Zwei Spalten (178 mm)</translation>
    </message>
    <message>
        <source>Slide (254 × 143 mm)</source>
        <translation>Folie (254 × 143 mm)</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>wahre Klasse</translation>
    </message>
    <message>
        <source>on the diagonal: right; elsewhere: wrong</source>
        <translation>auf der Diagonale: richtig; sonst: falsch</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>, A: %1</source>
        <translation>, A: %1</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>%1 at %2: %3 of %4 images right</source>
        <translation>%1 bei %2: %3 von %4 Bildern richtig</translation>
    </message>
    <message>
        <source>Confusion matrix of %1.</source>
        <translation>Konfusionsmatrix von %1.</translation>
    </message>
    <message>
        <source>accuracy %1 (95 % interval %2 to %3) on %4 images</source>
        <translation>Genauigkeit %1 (95-%-Intervall %2 bis %3) auf %4 Bildern</translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation>Netzdiagramm</translation>
    </message>
    <message>
        <source>The network %1 as boxes along the way of the data: %2 parameters.</source>
        <translation>Das Netz %1 als Kästen entlang des Datenwegs: %2 Parameter.</translation>
    </message>
    <message>
        <source>Whole page: network, accuracy and images</source>
        <translation>Ganze Seite: Netz, Genauigkeit und Bilder</translation>
    </message>
    <message>
        <source>Accuracy with its interval</source>
        <translation>Genauigkeit mit Intervall</translation>
    </message>
    <message>
        <source>Test images and predictions</source>
        <translation>Testbilder und Vorhersagen</translation>
    </message>
    <message>
        <source>%1 test images with what %2 says of each.</source>
        <translation>%1 Testbilder mit der Vorhersage von %2 zu jedem.</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>Test of Yang, Sun and Hardin and interval by bootstrap, both over font families, because images of one font are not independent. McNemar&apos;s exact test, which takes every image as independent, gives %1.</source>
        <translation>Test nach Yang, Sun und Hardin und Bootstrap-Intervall, beide über Schriftfamilien, weil Bilder einer Schrift nicht unabhängig sind. McNemars exakter Test, der jedes Bild als unabhängig nimmt, ergibt %1.</translation>
    </message>
    <message>
        <source>McNemar&apos;s exact test; interval of Bonett and Price.</source>
        <translation>McNemars exakter Test; Intervall nach Bonett und Price.</translation>
    </message>
    <message>
        <source>B against A on the same %1 images: %2 points (95 % interval %3 to %4), %5 by the test of Yang, Sun and Hardin over font families; only A right on %6, only B on %7.</source>
        <translation>B gegen A auf denselben %1 Bildern: %2 Prozentpunkte (95-%-Intervall %3 bis %4), %5 nach dem Test von Yang, Sun und Hardin über Schriftfamilien; nur A richtig bei %6, nur B bei %7.</translation>
    </message>
    <message>
        <source>B against A on the same %1 images: %2 points (95 % interval %3 to %4), %5 by McNemar&apos;s exact test; only A right on %6, only B on %7.</source>
        <translation>B gegen A auf denselben %1 Bildern: %2 Prozentpunkte (95-%-Intervall %3 bis %4), %5 nach McNemars exaktem Test; nur A richtig bei %6, nur B bei %7.</translation>
    </message>
    <message>
        <source>A list such as 25, 50, 75 %</source>
        <translation>Eine Liste wie 25; 50; 75 %</translation>
    </message>
    <message>
        <source>At most %1 sizes at a time</source>
        <translation>Höchstens %1 Größen auf einmal</translation>
    </message>
    <message>
        <source>%1 is not a percentage above 0 and up to %2</source>
        <translation>%1 ist kein Prozentsatz über 0 und bis %2</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>Breite %1</translation>
    </message>
    <message>
        <source>depth %1</source>
        <translation>Tiefe %1</translation>
    </message>
    <message>
        <source>width %1 → %2, stage %3</source>
        <translation>Breite %1 → %2, Stufe %3</translation>
    </message>
    <message>
        <source>depth %1 → %2, stage %3</source>
        <translation>Tiefe %1 → %2, Stufe %3</translation>
    </message>
    <message>
        <source>width %1 → %2</source>
        <translation>Breite %1 → %2</translation>
    </message>
    <message>
        <source>depth %1 → %2</source>
        <translation>Tiefe %1 → %2</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>Morph</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Glattheit</translation>
    </message>
    <message>
        <source>compression counted by</source>
        <translation>Kompression gezählt nach</translation>
    </message>
    <message>
        <source>range shown</source>
        <translation>gezeigter Bereich</translation>
    </message>
    <message>
        <source>measurements as</source>
        <translation>Messungen als</translation>
    </message>
    <message>
        <source>sliders of each stage</source>
        <translation>Regler der Stufen</translation>
    </message>
    <message>
        <source>weights compared</source>
        <translation>verglichene Gewichte</translation>
    </message>
    <message>
        <source>smoothness shown as</source>
        <translation>Glattheit gezeigt als</translation>
    </message>
    <message>
        <source>tensor shown</source>
        <translation>gezeigter Tensor</translation>
    </message>
    <message>
        <source>taps shown</source>
        <translation>gezeigte Kernelstellen</translation>
    </message>
    <message>
        <source>order before</source>
        <translation>Reihenfolge vorher</translation>
    </message>
    <message>
        <source>order after</source>
        <translation>Reihenfolge nachher</translation>
    </message>
    <message>
        <source>way from the order before to the one after, in percent</source>
        <translation>Weg von der Reihenfolge vorher zu der nachher, in Prozent</translation>
    </message>
    <message>
        <source>jitter of coordinates, in channels</source>
        <translation>Jitter der Koordinaten, in Kanälen</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>close up</source>
        <translation>Nahansicht</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>Reihenfolgen</translation>
    </message>
    <message>
        <source>sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>heat maps</source>
        <translation>Heatmaps</translation>
    </message>
    <message>
        <source>surface</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>total variation</source>
        <translation>Totalvariation</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>shortest path</source>
        <translation>kürzester Pfad</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>L1 norm</source>
        <translation>L1-Norm</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>wie trainiert</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>nearest neighbour</source>
        <translation>nächster Nachbar</translation>
    </message>
    <message>
        <source>first principal component</source>
        <translation>erste Hauptkomponente</translation>
    </message>
    <message>
        <source>Fiedler vector</source>
        <translation>Fiedler-Vektor</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>size %1 → %2</source>
        <translation>Größe %1 → %2</translation>
    </message>
    <message>
        <source>pin %1</source>
        <translation>%1 anheften</translation>
    </message>
    <message>
        <source>unpin %1</source>
        <translation>%1 lösen</translation>
    </message>
    <message>
        <source>unpin</source>
        <translation>lösen</translation>
    </message>
    <message>
        <source>swap %1 with the pinned %2</source>
        <translation>%1 mit angeheftetem %2 tauschen</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>tauschen</translation>
    </message>
    <message>
        <source>averaging %1 → %2</source>
        <translation>Mittelung %1 → %2</translation>
    </message>
    <message>
        <source>page %1 → %2</source>
        <translation>Seite %1 → %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>There is no display, so surfaces are not shown in three dimensions.</source>
        <translation>Es gibt keinen Bildschirm, daher werden Flächen nicht dreidimensional gezeigt.</translation>
    </message>
    <message>
        <source>Width of all stages</source>
        <translation>Breite aller Stufen</translation>
    </message>
    <message>
        <source>Depth of all stages</source>
        <translation>Tiefe aller Stufen</translation>
    </message>
    <message>
        <source>Sliders of each stage</source>
        <translation>Regler der einzelnen Stufen</translation>
    </message>
    <message>
        <source>Average of K samples</source>
        <translation>Mittel aus K Ziehungen</translation>
    </message>
    <message>
        <source>Pin A and swap</source>
        <translation>A anheften und tauschen</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Volle Größe</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Diagram of the network</source>
        <translation>Diagramm des Netzes</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy by class</source>
        <translation>Genauigkeit nach Klassen</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Sweep sizes</source>
        <translation>Größen durchmessen</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <source>random order</source>
        <translation>zufällige Reihenfolge</translation>
    </message>
    <message>
        <source>position of the output channel</source>
        <translation>Position des Ausgangskanals</translation>
    </message>
    <message>
        <source>position of the input channel, tap after tap</source>
        <translation>Position des Eingangskanals, Kernelstelle für Kernelstelle</translation>
    </message>
    <message>
        <source>position of the input channel</source>
        <translation>Position des Eingangskanals</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>coordinate of the output channel</source>
        <translation>Koordinate des Ausgangskanals</translation>
    </message>
    <message>
        <source>coordinate of the input channel, tap after tap</source>
        <translation>Koordinate des Eingangskanals, Kernelstelle für Kernelstelle</translation>
    </message>
    <message>
        <source>coordinate of the input channel</source>
        <translation>Koordinate des Eingangskanals</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>rows and columns</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Full size: %1</source>
        <translation>Volle Größe: %1</translation>
    </message>
    <message>
        <source>Current size: %1</source>
        <translation>Aktuelle Größe: %1</translation>
    </message>
    <message>
        <source>Not part of the network at this depth</source>
        <translation>Bei dieser Tiefe nicht Teil des Netzes</translation>
    </message>
    <message>
        <source>sum of |weight| over taps</source>
        <translation>Summe |Gewicht| über Kernelstellen</translation>
    </message>
    <message>
        <source>mean weight over taps</source>
        <translation>mittleres Gewicht über Kernelstellen</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nachher: %1</translation>
    </message>
    <message>
        <source>On the way: %1</source>
        <translation>Unterwegs: %1</translation>
    </message>
    <message>
        <source>Output channel %1 at position %2, input channel %3 at position %4: %5</source>
        <translation>Ausgangskanal %1 an Position %2, Eingangskanal %3 an Position %4: %5</translation>
    </message>
    <message>
        <source>Output channel %1 at coordinate %2, input channel %3 at coordinate %4: %5</source>
        <translation>Ausgangskanal %1 an Koordinate %2, Eingangskanal %3 an Koordinate %4: %5</translation>
    </message>
    <message>
        <source> (tap %1)</source>
        <translation> (Kernelstelle %1)</translation>
    </message>
    <message>
        <source>full size</source>
        <translation>volle Größe</translation>
    </message>
    <message>
        <source>current size, jittered</source>
        <translation>aktuelle Größe, mit Jitter</translation>
    </message>
    <message>
        <source>current size</source>
        <translation>aktuelle Größe</translation>
    </message>
    <message>
        <source>Total variation of every weight tensor</source>
        <translation>Totalvariation jedes Gewichtstensors</translation>
    </message>
    <message>
        <source>step along the order</source>
        <translation>Schritt entlang der Reihenfolge</translation>
    </message>
    <message>
        <source>L1 distance</source>
        <translation>L1-Abstand</translation>
    </message>
    <message>
        <source>Total variation: %1 at full size, %2 at the current size, %3 jittered. Jitter moves the weights by %4 (L1).</source>
        <translation>Totalvariation: %1 bei voller Größe, %2 bei der aktuellen Größe, %3 mit Jitter. Jitter verschiebt die Gewichte um %4 (L1).</translation>
    </message>
    <message>
        <source>Total variation: %1 at full size, %2 at the current size.</source>
        <translation>Totalvariation: %1 bei voller Größe, %2 bei der aktuellen Größe.</translation>
    </message>
    <message>
        <source>%1, tensor %2</source>
        <translation>%1, Tensor %2</translation>
    </message>
    <message>
        <source>Heat maps of weights</source>
        <translation>Heatmaps der Gewichte</translation>
    </message>
    <message>
        <source>Weights of %1 as two heat maps: %2; %3. %4</source>
        <translation>Gewichte von %1 als zwei Heatmaps: %2; %3. %4</translation>
    </message>
    <message>
        <source>Surfaces of weights</source>
        <translation>Flächen der Gewichte</translation>
    </message>
    <message>
        <source>Weights of %1 as two lit surfaces: %2; %3. %4</source>
        <translation>Gewichte von %1 als zwei beleuchtete Flächen: %2; %3. %4</translation>
    </message>
    <message>
        <source>Total variation by tensor</source>
        <translation>Totalvariation nach Tensor</translation>
    </message>
    <message>
        <source>Distances of neighbouring channels</source>
        <translation>Abstände benachbarter Kanäle</translation>
    </message>
    <message>
        <source>Channels and the order through them</source>
        <translation>Kanäle und ihre Reihenfolge</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>From each channel to the next: group %1</source>
        <translation>Von jedem Kanal zum nächsten: Gruppe %1</translation>
    </message>
    <message>
        <source>Total variation of the network: %1 → %2 (%3). Re-ordering changes outputs by at most %4 of the largest.</source>
        <translation>Totalvariation des Netzes: %1 → %2 (%3). Das Umordnen ändert Ausgaben um höchstens %4 der größten.</translation>
    </message>
    <message>
        <source>This machine has no OpenGL 3.2, so surfaces are not shown in three dimensions.</source>
        <translation>Dieser Rechner hat kein OpenGL 3.2, daher werden Flächen nicht dreidimensional gezeigt.</translation>
    </message>
    <message>
        <source>OpenGL does not work on this display, so surfaces are not shown in three dimensions.</source>
        <translation>OpenGL funktioniert auf diesem Bildschirm nicht, daher werden Flächen nicht dreidimensional gezeigt.</translation>
    </message>
    <message>
        <source>This machine has OpenGL %1, and surfaces in three dimensions need 3.2.</source>
        <translation>Dieser Rechner hat OpenGL %1, dreidimensionale Flächen brauchen 3.2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5%6</source>
        <comment>tensor, name and value twice, change in brackets</comment>
        <translation>%1: %2 %3, %4 %5%6</translation>
    </message>
    <message>
        <source>Step %1: %2 %3, %4 %5</source>
        <comment>number, name and value twice</comment>
        <translation>Schritt %1: %2 %3, %4 %5</translation>
    </message>
    <message>
        <source>Channel %1: position %2 %3, position %4 %5</source>
        <comment>number, place and name twice</comment>
        <translation>Kanal %1: Position %2 %3, Position %4 %5</translation>
    </message>
    <message>
        <source>the manifold&apos;s own</source>
        <translation>wie die Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>total variation before</source>
        <translation>Totalvariation vorher</translation>
    </message>
    <message>
        <source>total variation after</source>
        <translation>Totalvariation nachher</translation>
    </message>
    <message>
        <source>total variation, full size</source>
        <translation>Totalvariation, volle Größe</translation>
    </message>
    <message>
        <source>total variation, current size</source>
        <translation>Totalvariation, aktuelle Größe</translation>
    </message>
    <message>
        <source>total variation, jittered</source>
        <translation>Totalvariation, mit Jitter</translation>
    </message>
    <message>
        <source>relative L1 change by jitter</source>
        <translation>relative L1-Änderung durch Jitter</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>L1 distance before</source>
        <translation>L1-Abstand vorher</translation>
    </message>
    <message>
        <source>L1 distance after</source>
        <translation>L1-Abstand nachher</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>first component</source>
        <translation>erste Komponente</translation>
    </message>
    <message>
        <source>second component</source>
        <translation>zweite Komponente</translation>
    </message>
    <message>
        <source>position before</source>
        <translation>Position vorher</translation>
    </message>
    <message>
        <source>position after</source>
        <translation>Position nachher</translation>
    </message>
    <message>
        <source>Current size, jitter ±%1: %2</source>
        <translation>Aktuelle Größe, Jitter ±%1: %2</translation>
    </message>
    <message>
        <source>± %1 channels</source>
        <translation>± %1 Kanäle</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Width (channels of the widest stage)</source>
        <translation>Breite (Kanäle der breitesten Stufe)</translation>
    </message>
    <message>
        <source>Depth (blocks of each stage)</source>
        <translation>Tiefe (Blöcke jeder Stufe)</translation>
    </message>
    <message>
        <source>Width of stage %1 (channels)</source>
        <translation>Breite von Stufe %1 (Kanäle)</translation>
    </message>
    <message>
        <source>Depth of stage %1 (blocks)</source>
        <translation>Tiefe von Stufe %1 (Blöcke)</translation>
    </message>
    <message>
        <source>%1: not measured yet. Click to go there.</source>
        <translation>%1: noch nicht gemessen. Klicken, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>%1: %2 (95 %: %3 to %4, %5 images), %6 parameters, %7 MACs.</source>
        <translation>%1: %2 (95 %: %3 bis %4, %5 Bilder), %6 Parameter, %7 MACs.</translation>
    </message>
    <message>
        <source>%1 Unseen in training.</source>
        <translation>%1 Im Training ungesehen.</translation>
    </message>
    <message>
        <source>Dashes: trained range. Lines: equal accuracy, through what is measured.</source>
        <translation>Gestrichelt: trainierter Bereich. Linien: gleiche Genauigkeit, durch das Gemessene.</translation>
    </message>
    <message>
        <source>Bytes of weights</source>
        <translation>Bytes der Gewichte</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Accuracy, test images</source>
        <translation>Genauigkeit, Testbilder</translation>
    </message>
    <message>
        <source>Accuracy, validation images</source>
        <translation>Genauigkeit, Validierungsbilder</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>uniform, chosen in the same way</source>
        <translation>gleichmäßig, auf gleiche Weise gewählt</translation>
    </message>
    <message>
        <source>Linear CKA of features</source>
        <translation>Lineare CKA der Merkmale</translation>
    </message>
    <message>
        <source>only the first has it</source>
        <translation>nur das erste hat sie</translation>
    </message>
    <message>
        <source>only the second has it</source>
        <translation>nur das zweite hat sie</translation>
    </message>
    <message>
        <source>Channels of the widest stage</source>
        <translation>Kanäle der breitesten Stufe</translation>
    </message>
    <message>
        <source>Linear CKA, %1</source>
        <translation>Lineare CKA, %1</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>landscape shown as</source>
        <translation>Landschaft gezeigt als</translation>
    </message>
    <message>
        <source>axis to the right</source>
        <translation>Achse nach rechts</translation>
    </message>
    <message>
        <source>axis upwards</source>
        <translation>Achse nach oben</translation>
    </message>
    <message>
        <source>colour of the landscape</source>
        <translation>Farbe der Landschaft</translation>
    </message>
    <message>
        <source>intervals of the landscape</source>
        <translation>Intervalle der Landschaft</translation>
    </message>
    <message>
        <source>cost of the budget</source>
        <translation>Aufwand des Budgets</translation>
    </message>
    <message>
        <source>similarity of</source>
        <translation>Ähnlichkeit von</translation>
    </message>
    <message>
        <source>width of stage %1</source>
        <translation>Breite von Stufe %1</translation>
    </message>
    <message>
        <source>depth of stage %1</source>
        <translation>Tiefe von Stufe %1</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>best sizes</source>
        <translation>beste Größen</translation>
    </message>
    <message>
        <source>similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>A and B</source>
        <translation>A und B</translation>
    </message>
    <message>
        <source>widths</source>
        <translation>Breiten</translation>
    </message>
    <message>
        <source>depths</source>
        <translation>Tiefen</translation>
    </message>
    <message>
        <source>principal component</source>
        <translation>Hauptkomponente</translation>
    </message>
    <message>
        <source>Landscape of accuracy</source>
        <translation>Landschaft der Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy of %1 over %2 and %3: %4 of %5 sizes measured, lines of equal accuracy, the trained range as dashes.</source>
        <translation>Genauigkeit von %1 über %2 und %3: %4 von %5 Größen gemessen, Linien gleicher Genauigkeit, der trainierte Bereich gestrichelt.</translation>
    </message>
    <message>
        <source>Landscape of accuracy as a surface</source>
        <translation>Landschaft der Genauigkeit als Fläche</translation>
    </message>
    <message>
        <source>Best sizes within a budget</source>
        <translation>Beste Größen innerhalb eines Budgets</translation>
    </message>
    <message>
        <source>Similarity of two sizes, layer by layer</source>
        <translation>Ähnlichkeit zweier Größen, Schicht für Schicht</translation>
    </message>
    <message>
        <source>Similarity of all widths</source>
        <translation>Ähnlichkeit aller Breiten</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Width of stage %1</source>
        <translation>Breite von Stufe %1</translation>
    </message>
    <message>
        <source>Depth of stage %1</source>
        <translation>Tiefe von Stufe %1</translation>
    </message>
    <message>
        <source>input channel</source>
        <translation>Eingangskanal</translation>
    </message>
    <message>
        <source>output channel</source>
        <translation>Ausgangskanal</translation>
    </message>
    <message>
        <source>accuracies of the landscape</source>
        <translation>Genauigkeiten der Landschaft</translation>
    </message>
    <message>
        <source>%1 (%2 in all)</source>
        <comment>order and length of its path</comment>
        <translation>%1 (insgesamt %2)</translation>
    </message>
    <message>
        <source>Path through the channels: group %1</source>
        <translation>Pfad durch die Kanäle: Gruppe %1</translation>
    </message>
    <message>
        <source>principal component 1</source>
        <translation>Hauptkomponente 1</translation>
    </message>
    <message>
        <source>component 2</source>
        <translation>Komponente 2</translation>
    </message>
    <message>
        <source>group A</source>
        <translation>Gruppe A</translation>
    </message>
    <message>
        <source>group B</source>
        <translation>Gruppe B</translation>
    </message>
    <message>
        <source>component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>component %1 (%2 of the variance)</source>
        <translation>Komponente %1 (%2 der Varianz)</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>%1 members at %2, %3 and %4.</source>
        <translation>%1 Mitglieder über %2, %3 und %4.</translation>
    </message>
    <message>
        <source>%1 members at %2 and %3.</source>
        <translation>%1 Mitglieder über %2 und %3.</translation>
    </message>
    <message>
        <source>Colours: %1.</source>
        <translation>Farben: %1.</translation>
    </message>
    <message>
        <source>%1 in group A, %2 in group B.</source>
        <translation>%1 in Gruppe A, %2 in Gruppe B.</translation>
    </message>
    <message>
        <source>%1 selected.</source>
        <translation>%1 ausgewählt.</translation>
    </message>
    <message>
        <source>group A (%1)</source>
        <translation>Gruppe A (%1)</translation>
    </message>
    <message>
        <source>group B (%1)</source>
        <translation>Gruppe B (%1)</translation>
    </message>
    <message>
        <source>Weight space</source>
        <translation>Gewichtsraum</translation>
    </message>
    <message>
        <source>%1 with itself</source>
        <translation>%1 mit sich selbst</translation>
    </message>
    <message>
        <source>nearly independent</source>
        <translation>fast unabhängig</translation>
    </message>
    <message>
        <source>moving one moves the other the same way</source>
        <translation>die eine zu bewegen bewegt die andere gleichsinnig</translation>
    </message>
    <message>
        <source>moving one moves the other the opposite way</source>
        <translation>die eine zu bewegen bewegt die andere gegensinnig</translation>
    </message>
    <message>
        <source>%1 and %2: cosine %3, %4</source>
        <translation>%1 und %2: Kosinus %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>Cosines between %n direction(s).</source>
        <translation>
            <numerusform>Kosinus zwischen %n Richtung.</numerusform>
            <numerusform>Kosinus zwischen %n Richtungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Most entangled: %1.</source>
        <translation>Am stärksten verschränkt: %1.</translation>
    </message>
    <message>
        <source>Entanglement of directions</source>
        <translation>Verschränkung der Richtungen</translation>
    </message>
    <message>
        <source>component %1 (%2)</source>
        <translation>Komponente %1 (%2)</translation>
    </message>
    <message>
        <source>Weight space in three components</source>
        <translation>Gewichtsraum in drei Komponenten</translation>
    </message>
    <message>
        <source>target change: %1 of what was asked</source>
        <translation>Zieländerung: %1 des Verlangten</translation>
    </message>
    <message>
        <source>others change by %1 σ on average</source>
        <translation>Übrige ändern sich im Mittel um %1 σ</translation>
    </message>
    <message>
        <source>%1 of the letters are read, %2 before</source>
        <translation>%1 der Buchstaben werden gelesen, vorher %2</translation>
    </message>
    <message>
        <source>%1 of the letters are read</source>
        <translation>%1 der Buchstaben werden gelesen</translation>
    </message>
    <message>
        <source>Move a slider to see what it changes, and what changes with it.</source>
        <translation>Einen Regler bewegen, um zu sehen, was er ändert und was sich mit ändert.</translation>
    </message>
    <message>
        <source>Target and collateral change</source>
        <translation>Ziel- und Nebenänderung</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>letter %1 of %2, seed %3</source>
        <translation>Buchstabe %1 von %2, Startwert %3</translation>
    </message>
    <message>
        <source>it is read as what it is</source>
        <translation>wird als das gelesen, was er ist</translation>
    </message>
    <message>
        <source>it is not read</source>
        <translation>wird nicht gelesen</translation>
    </message>
    <message>
        <source>it is read as %1</source>
        <translation>wird als %1 gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 letters read</source>
        <translation>%1 von %2 Buchstaben gelesen</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>Schriftprobe</translation>
    </message>
    <message>
        <source>side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>place of the output channel</source>
        <translation>Ort des Ausgangskanals</translation>
    </message>
    <message>
        <source>place of the input channel</source>
        <translation>Ort des Eingangskanals</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>first size</source>
        <translation>erste Größe</translation>
    </message>
    <message>
        <source>second size</source>
        <translation>zweite Größe</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>linear CKA</source>
        <translation>lineare CKA</translation>
    </message>
    <message>
        <source>KL divergence in nats</source>
        <translation>KL-Divergenz in Nats</translation>
    </message>
    <message>
        <source>same class</source>
        <translation>gleiche Klasse</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95 % von</translation>
    </message>
    <message>
        <source>95 % to</source>
        <translation>95 % bis</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>left</source>
        <comment>side</comment>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <comment>side</comment>
        <translation>rechts</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>ungesehen</translation>
    </message>
    <message>
        <source>Whole page: landscape</source>
        <translation>Ganze Seite: Landschaft</translation>
    </message>
    <message>
        <source>landscape as</source>
        <translation>Landschaft als</translation>
    </message>
    <message>
        <source>smoothness as</source>
        <translation>Glattheit als</translation>
    </message>
    <message>
        <source>Heat maps and surfaces of weights</source>
        <translation>Heatmaps und Flächen der Gewichte</translation>
    </message>
    <message>
        <source>Way of the channels</source>
        <translation>Weg der Kanäle</translation>
    </message>
    <message>
        <source>Jitter of the coordinates</source>
        <translation>Jitter der Koordinaten</translation>
    </message>
    <message>
        <source>Charts of smoothness</source>
        <translation>Diagramme der Glattheit</translation>
    </message>
    <message>
        <source>Measure the landscape</source>
        <translation>Landschaft messen</translation>
    </message>
    <message>
        <source>Opens the list to choose from</source>
        <translation>Öffnet die Auswahlliste</translation>
    </message>
    <message>
        <source>Whole page: smoothness</source>
        <translation>Ganze Seite: Glattheit</translation>
    </message>
    <message>
        <source>weight space shown as</source>
        <translation>Gewichtsraum gezeigt als</translation>
    </message>
    <message>
        <source>component to the right</source>
        <translation>Komponente nach rechts</translation>
    </message>
    <message>
        <source>component upwards</source>
        <translation>Komponente nach oben</translation>
    </message>
    <message>
        <source>component into the depth</source>
        <translation>Komponente in die Tiefe</translation>
    </message>
    <message>
        <source>members coloured by</source>
        <translation>Mitglieder gefärbt nach</translation>
    </message>
    <message>
        <source>marking group</source>
        <translation>markierte Gruppe</translation>
    </message>
    <message>
        <source>letters shown</source>
        <translation>gezeigte Buchstaben</translation>
    </message>
    <message>
        <source>samples drawn by</source>
        <translation>Stichproben gezogen nach</translation>
    </message>
    <message>
        <source>spread of samples</source>
        <translation>Streuung der Stichproben</translation>
    </message>
    <message>
        <source>components of samples</source>
        <translation>Komponenten der Stichproben</translation>
    </message>
    <message>
        <source>3-D cloud</source>
        <translation>3-D-Wolke</translation>
    </message>
    <message>
        <source>list of members</source>
        <translation>Liste der Mitglieder</translation>
    </message>
    <message>
        <source>entanglement</source>
        <translation>Verflechtung</translation>
    </message>
    <message>
        <source>alphabet</source>
        <translation>Alphabet</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>several noises</source>
        <translation>mehrere Rauschen</translation>
    </message>
    <message>
        <source>independent Gaussians</source>
        <translation>unabhängige Normalverteilungen</translation>
    </message>
    <message>
        <source>full covariance</source>
        <translation>volle Kovarianz</translation>
    </message>
    <message>
        <source>bounded by the nearest member</source>
        <translation>begrenzt durch das nächste Mitglied</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>Mitglied %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>all directions to 0</source>
        <translation>alle Richtungen auf 0</translation>
    </message>
    <message>
        <source>%1 as it was found</source>
        <translation>%1 wie gefunden</translation>
    </message>
    <message>
        <source>%1 independent of %2</source>
        <translation>%1 unabhängig von %2</translation>
    </message>
    <message>
        <source>group %1: %2 members</source>
        <translation>Gruppe %1: %2 Mitglieder</translation>
    </message>
    <message>
        <source>direction %1 from %2 members to %3</source>
        <translation>Richtung %1 von %2 Mitgliedern zu %3</translation>
    </message>
    <message>
        <source>without the direction %1</source>
        <translation>ohne die Richtung %1</translation>
    </message>
    <message>
        <source>edit acts from time step %1</source>
        <translation>Änderung wirkt ab Zeitschritt %1</translation>
    </message>
    <message>
        <source>edit acts from time step %1 → %2</source>
        <translation>Änderung wirkt ab Zeitschritt %1 → %2</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>Rauschen %1</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>anheften</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Strichstärke</translation>
    </message>
    <message>
        <source>Slant</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Letter width</source>
        <translation>Buchstabenbreite</translation>
    </message>
    <message>
        <source>Serifs</source>
        <translation>Serifen</translation>
    </message>
    <message>
        <source>Equal widths</source>
        <translation>Gleiche Breiten</translation>
    </message>
    <message>
        <source>x-height</source>
        <translation>x-Höhe</translation>
    </message>
    <message>
        <source>Average of all members</source>
        <translation>Mittel aller Mitglieder</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Stichprobe %1</translation>
    </message>
    <message>
        <source>%1 of the way from %2 to %3</source>
        <translation>%1 des Weges von %2 zu %3</translation>
    </message>
    <message>
        <source>Found model</source>
        <translation>Gefundenes Modell</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>width, % of full size</source>
        <translation>Breite, % der vollen Größe</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>± (95 %)</source>
        <translation>± (95 %)</translation>
    </message>
    <message>
        <source>points over random</source>
        <translation>Punkte über zufällig</translation>
    </message>
    <message>
        <source>± (95 %) of these</source>
        <translation>± (95 %) davon</translation>
    </message>
    <message>
        <source>Latency, one image</source>
        <translation>Latenz, ein Bild</translation>
    </message>
    <message>
        <source>%1 an image on %2, one thread.</source>
        <comment>duration and processor</comment>
        <translation>%1 je Bild auf %2, ein Thread.</translation>
    </message>
    <message>
        <source>Divergence of the outputs of all widths</source>
        <translation>Divergenz der Ausgaben aller Breiten</translation>
    </message>
    <message>
        <source>to: channels of the widest stage</source>
        <translation>zu: Kanäle der breitesten Stufe</translation>
    </message>
    <message>
        <source>from: channels of the widest stage</source>
        <translation>von: Kanäle der breitesten Stufe</translation>
    </message>
    <message>
        <source>KL divergence, nats</source>
        <translation>KL-Divergenz, Nats</translation>
    </message>
    <message>
        <source>recorded experiment shown</source>
        <translation>gezeigtes aufgezeichnetes Experiment</translation>
    </message>
    <message>
        <source>recorded experiment as</source>
        <translation>aufgezeichnetes Experiment als</translation>
    </message>
    <message>
        <source>KL divergence of widths</source>
        <translation>KL-Divergenz der Breiten</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Accuracy by the order of the channels</source>
        <translation>Genauigkeit nach der Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>title and what it says</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>first channels, untrained</source>
        <translation>erste Kanäle, untrainiert</translation>
    </message>
    <message>
        <source>resampled, untrained</source>
        <translation>neu abgetastet, untrainiert</translation>
    </message>
    <message>
        <source>%1 points over the random order</source>
        <translation>%1 Punkte über der zufälligen Reihenfolge</translation>
    </message>
    <message>
        <source>± %1 (95 %)</source>
        <translation>± %1 (95 %)</translation>
    </message>
    <message>
        <source>one seed, no interval</source>
        <translation>ein Startwert, kein Intervall</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4; by seed: %5</source>
        <comment>size, order, mean, interval, list</comment>
        <translation>%1, %2: %3, %4; je Startwert: %5</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>network, its full size, method</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1: accuracy by the order of the base&apos;s channels</source>
        <translation>%1: Genauigkeit nach der Reihenfolge der Kanäle des Basisnetzes</translation>
    </message>
    <message>
        <source>%1: accuracy over that of a random order</source>
        <translation>%1: Genauigkeit über der einer zufälligen Reihenfolge</translation>
    </message>
    <message>
        <source>Not both the random order and the shortest path are recorded here.</source>
        <translation>Hier sind nicht beide aufgezeichnet, die zufällige Reihenfolge und der kürzeste Pfad.</translation>
    </message>
    <message>
        <source>No seed is recorded for all orders yet.</source>
        <translation>Noch kein Startwert ist für alle Reihenfolgen aufgezeichnet.</translation>
    </message>
    <message>
        <source>The shortest path is %1 points over the random order, mean of %2 sizes; one seed, so there is no interval.</source>
        <translation>Der kürzeste Pfad liegt %1 Punkte über der zufälligen Reihenfolge, Mittel aus %2 Größen; ein Startwert, also kein Intervall.</translation>
    </message>
    <message>
        <source>The shortest path is %1 points (95 %: %2 to %3) over the random order, mean of %4 sizes, %5 seeds: %6.</source>
        <translation>Der kürzeste Pfad liegt %1 Punkte (95 %: %2 bis %3) über der zufälligen Reihenfolge, Mittel aus %4 Größen, %5 Startwerte: %6.</translation>
    </message>
    <message>
        <source>more than the interval</source>
        <translation>mehr als das Intervall</translation>
    </message>
    <message>
        <source>worse by more than the interval</source>
        <translation>um mehr als das Intervall schlechter</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>latency, one image</source>
        <translation>Latenz, ein Bild</translation>
    </message>
    <message>
        <source>weight space as</source>
        <translation>Gewichtsraum als</translation>
    </message>
    <message>
        <source>Typefaces</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>pinned size %1 → %2</source>
        <translation>angeheftete Größe %1 → %2</translation>
    </message>
    <message>
        <source>Whole page: weight space</source>
        <translation>Ganze Seite: Gewichtsraum</translation>
    </message>
    <message>
        <source>profiles of rows and columns</source>
        <translation>Profile von Zeilen und Spalten</translation>
    </message>
    <message>
        <source>± %1</source>
        <comment>how far at most</comment>
        <translation>± %1</translation>
    </message>
    <message>
        <source>sum of |weight|</source>
        <translation>Summe |Gewicht|</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Current size</source>
        <translation>Aktuelle Größe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>which map is read, what it says</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>morphospace::AboutDialog</name>
    <message>
        <source>About Morphospace</source>
        <translation>Über Morphospace</translation>
    </message>
    <message>
        <source>All weights of all sizes of one network family, as a surface you can move on: drag a slider, see a real network morph.</source>
        <translation>Alle Gewichte aller Größen einer Netzfamilie als Fläche, auf der man sich bewegen kann: einen Regler ziehen und zusehen, wie sich ein echtes Netz verwandelt.</translation>
    </message>
    <message>
        <source>Versions of the libraries in use, and the processor</source>
        <translation>Versionen der verwendeten Bibliotheken und der Prozessor</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>The two papers behind the program, as BibTeX</source>
        <translation>Die beiden Arbeiten hinter dem Programm, als BibTeX</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty, to the extent the law permits.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne Gewährleistung, soweit das Gesetz es zulässt.</translation>
    </message>
    <message>
        <source>Copy citations</source>
        <translation>Zitate kopieren</translation>
    </message>
    <message>
        <source>Puts the BibTeX entries on the clipboard</source>
        <translation>Legt die BibTeX-Einträge in die Zwischenablage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>Schließt dieses Fenster</translation>
    </message>
</context>
<context>
    <name>morphospace::AccuracyGauge</name>
    <message>
        <source>Accuracy of the current sample</source>
        <translation>Genauigkeit des aktuellen Netzes</translation>
    </message>
    <message>
        <source>Share of test images classified right, in percent, with its 95 % interval</source>
        <translation>Anteil der richtig klassifizierten Testbilder in Prozent, mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>%1, interval %2 to %3; %4</source>
        <translation>%1, Intervall %2 bis %3; %4</translation>
    </message>
    <message>
        <source>measuring… (the number is of %1)</source>
        <translation>wird gemessen … (die Zahl gehört zu %1)</translation>
    </message>
    <message>
        <source>clean sample</source>
        <translation>ungestörte Ziehung</translation>
    </message>
    <message>
        <source>average of %1 samples</source>
        <translation>Mittel aus %1 Ziehungen</translation>
    </message>
    <message>
        <source>95 % %1</source>
        <translation>95-%-Intervall: %1</translation>
    </message>
    <message>
        <source>recorded when trained, on %1 test images of %2, %3, %4</source>
        <translation>beim Training aufgezeichnet, auf %1 Testbildern von %2, %3, %4</translation>
    </message>
    <message>
        <source>measured on %1 of %2 test images of %3, %4, %5</source>
        <translation>gemessen auf %1 von %2 Testbildern von %3, %4, %5</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>morphospace::BestSizesView</name>
    <message>
        <source>Cost of the budget</source>
        <translation>Aufwand des Budgets</translation>
    </message>
    <message>
        <source>What the budget counts</source>
        <translation>Was das Budget zählt</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>What a network may cost at the most</source>
        <translation>Was ein Netz höchstens kosten darf</translation>
    </message>
    <message>
        <source>Accuracy of what was found against its cost</source>
        <translation>Genauigkeit des Gefundenen über seinem Aufwand</translation>
    </message>
    <message>
        <source>Sizes found</source>
        <translation>Gefundene Größen</translation>
    </message>
    <message>
        <source>What was found and the uniform sizes; press Return or double-click to go to a size</source>
        <translation>Das Gefundene und die gleichmäßigen Größen; Eingabetaste oder Doppelklick geht zu einer Größe</translation>
    </message>
    <message>
        <source>Cancel search</source>
        <translation>Suche abbrechen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Stops the search; the next one goes on from what it measured</source>
        <translation>Bricht die Suche ab; die nächste macht mit dem Gemessenen weiter</translation>
    </message>
    <message>
        <source>Searches widths and depths on the validation images, without training, and measures what it found on the test images</source>
        <translation>Sucht Breiten und Tiefen auf den Validierungsbildern, ohne Training, und misst das Gefundene auf den Testbildern</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> kB</source>
        <translation> kB</translation>
    </message>
    <message>
        <source> thousand</source>
        <translation> Tausend</translation>
    </message>
    <message>
        <source>Searching on the validation images; the figure shows the front as it is now.</source>
        <translation>Suche auf den Validierungsbildern; die Abbildung zeigt die Front, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Looks for the most accurate widths and depths within the budget, chosen on validation images, then measured once on the test images beside uniform sizes that were chosen in the same way.</source>
        <translation>Sucht die genauesten Breiten und Tiefen innerhalb des Budgets, gewählt auf Validierungsbildern, dann einmal auf den Testbildern gemessen, neben gleichmäßigen Größen, die auf gleiche Weise gewählt wurden.</translation>
    </message>
    <message>
        <source>No uniform size is within this budget.</source>
        <translation>Keine gleichmäßige Größe liegt innerhalb dieses Budgets.</translation>
    </message>
    <message>
        <source>The most accurate size found is uniform: no mix of widths and depths was better on the validation images.</source>
        <translation>Die genaueste gefundene Größe ist gleichmäßig: Keine Mischung von Breiten und Tiefen war auf den Validierungsbildern besser.</translation>
    </message>
    <message>
        <source>The best found is %1 points above the best uniform size on the same test images (95 %: %2 to %3): more than the interval.</source>
        <translation>Das beste Gefundene liegt %1 Punkte über der besten gleichmäßigen Größe auf denselben Testbildern (95 %: %2 bis %3): mehr als das Intervall.</translation>
    </message>
    <message>
        <source>The best found is %1 points from the best uniform size on the same test images (95 %: %2 to %3): worse by more than the interval.</source>
        <translation>Das beste Gefundene liegt %1 Punkte neben der besten gleichmäßigen Größe auf denselben Testbildern (95 %: %2 bis %3): um mehr als das Intervall schlechter.</translation>
    </message>
    <message>
        <source>The best found is %1 points from the best uniform size on the same test images (95 %: %2 to %3): not told apart.</source>
        <translation>Das beste Gefundene liegt %1 Punkte neben der besten gleichmäßigen Größe auf denselben Testbildern (95 %: %2 bis %3): nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>%1 The same numbers are in the table below.</source>
        <translation>%1 Dieselben Zahlen stehen in der Tabelle darunter.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>Looking at mixes of widths and depths on %1 validation images. The figure shows the uniform sizes that they have to beat.</source>
        <translation>Mischungen von Breiten und Tiefen werden auf %1 Validierungsbildern betrachtet. Die Abbildung zeigt die gleichmäßigen Größen, die sie übertreffen müssen.</translation>
    </message>
    <message>
        <source>First, uniform sizes within the budget are measured on %1 validation images: they are what has to be beaten.</source>
        <translation>Zuerst werden gleichmäßige Größen innerhalb des Budgets auf %1 Validierungsbildern gemessen: Sie gilt es zu übertreffen.</translation>
    </message>
    <message>
        <source>The search begins.</source>
        <translation>Die Suche beginnt.</translation>
    </message>
    <message>
        <source>Search goes on from what was measured.</source>
        <translation>„Suchen“ macht mit dem weiter, was schon gemessen ist.</translation>
    </message>
    <message>
        <source>The search was stopped. The figure shows the uniform sizes, on validation images.</source>
        <translation>Die Suche wurde angehalten. Die Abbildung zeigt die gleichmäßigen Größen, auf Validierungsbildern.</translation>
    </message>
    <message>
        <source>The search was stopped. The figure shows what was found until then, on validation images.</source>
        <translation>Die Suche wurde angehalten. Die Abbildung zeigt, was bis dahin gefunden wurde, auf Validierungsbildern.</translation>
    </message>
</context>
<context>
    <name>morphospace::ChartCard</name>
    <message>
        <source>The channels of this tensor are never re-ordered.</source>
        <translation>Die Kanäle dieses Tensors werden nie umgeordnet.</translation>
    </message>
    <message>
        <source>Point at a value to read it.</source>
        <translation>Auf einen Wert zeigen, um ihn zu lesen.</translation>
    </message>
</context>
<context>
    <name>morphospace::ChartView</name>
    <message>
        <source>Accuracy against compression</source>
        <translation>Genauigkeit über der Kompression</translation>
    </message>
    <message>
        <source>Left and right walk through the points, Return goes to the marked one; the same numbers are in the table</source>
        <translation>Links und rechts gehen durch die Punkte, die Eingabetaste geht zum markierten; dieselben Zahlen stehen in der Tabelle</translation>
    </message>
    <message>
        <source>Every measurement of this session, the recorded ones and the references; click a point to go to its size</source>
        <translation>Jede Messung dieser Sitzung, die aufgezeichneten und die Referenzen; ein Klick auf einen Punkt geht zu seiner Größe</translation>
    </message>
</context>
<context>
    <name>morphospace::CheckpointDialog</name>
    <message>
        <source>Batch-normalisation state: generated for each size and folded into weights and biases.</source>
        <translation>Zustand der Batch-Normalisierung: für jede Größe erzeugt und in Gewichte und Biases eingerechnet.</translation>
    </message>
    <message>
        <source>Batch-normalisation state: folded before the manifold was trained.</source>
        <translation>Zustand der Batch-Normalisierung: vor dem Training der Mannigfaltigkeit eingerechnet.</translation>
    </message>
    <message>
        <source>Batch-normalisation state: none, this family has no such layers.</source>
        <translation>Zustand der Batch-Normalisierung: keiner, diese Familie hat keine solchen Schichten.</translation>
    </message>
    <message>
        <source>Export checkpoint</source>
        <translation>Checkpoint exportieren</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Files that are written</source>
        <translation>Dateien, die geschrieben werden</translation>
    </message>
    <message>
        <source>Each file with its network, its parameters and the part of the full-size parameters that it saves</source>
        <translation>Jede Datei mit ihrem Netz, dessen Parametern und dem Anteil der Parameter der vollen Größe, den sie spart</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes the files listed above in the background</source>
        <translation>Schreibt die oben aufgeführten Dateien im Hintergrund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writes nothing</source>
        <translation>Schreibt nichts</translation>
    </message>
    <message>
        <source>Current B: %1</source>
        <translation>Aktuelles B: %1</translation>
    </message>
    <message>
        <source>Current sample</source>
        <translation>Aktuelles Netz</translation>
    </message>
    <message>
        <source>Exports the network as it is now</source>
        <translation>Exportiert das Netz, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Pinned A: %1</source>
        <translation>Angeheftetes A: %1</translation>
    </message>
    <message>
        <source>Pinned A: nothing is pinned</source>
        <translation>Angeheftetes A: nichts angeheftet</translation>
    </message>
    <message>
        <source>Pinned sample</source>
        <translation>Angeheftetes Netz</translation>
    </message>
    <message>
        <source>Exports the sample that is pinned as A</source>
        <translation>Exportiert das Netz, das als A angeheftet ist</translation>
    </message>
    <message>
        <source>Widths of</source>
        <translation>Breiten von</translation>
    </message>
    <message>
        <source>Several widths</source>
        <translation>Mehrere Breiten</translation>
    </message>
    <message>
        <source>Exports a network at each of these percentages of full width, with the current depth</source>
        <translation>Exportiert ein Netz bei jedem dieser Prozentsätze der vollen Breite, mit der aktuellen Tiefe</translation>
    </message>
    <message>
        <source>Percentages of full width</source>
        <translation>Prozentsätze der vollen Breite</translation>
    </message>
    <message>
        <source>Such as 25, 50, 75 %: up to %1, a point before decimals</source>
        <translation>Etwa 25; 50; 75 %: bis %1, mit Komma vor den Dezimalen</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>safetensors, PyTorch&apos;s names</source>
        <translation>safetensors, Namen wie PyTorch</translation>
    </message>
    <message>
        <source>TorchScript (.pt)</source>
        <translation>TorchScript (.pt)</translation>
    </message>
    <message>
        <source>ONNX (.onnx)</source>
        <translation>ONNX (.onnx)</translation>
    </message>
    <message>
        <source>Tensors and what describes them, no code; read by PyTorch, Python and many others</source>
        <translation>Tensoren und ihre Beschreibung, kein Code; lesbar für PyTorch, Python und viele andere</translation>
    </message>
    <message>
        <source>A network that torch.jit.load runs as it is; the scaling of its input is inside</source>
        <translation>Ein Netz, das torch.jit.load unverändert ausführt; die Skalierung der Eingabe ist enthalten</translation>
    </message>
    <message>
        <source>A network for ONNX Runtime, OpenCV and others; the scaling of its input is inside</source>
        <translation>Ein Netz für ONNX Runtime, OpenCV und andere; die Skalierung der Eingabe ist enthalten</translation>
    </message>
    <message>
        <source>Model card beside each file</source>
        <translation>Modellkarte neben jeder Datei</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>A Markdown text with measured accuracy, size, origin and how to load it</source>
        <translation>Ein Markdown-Text mit gemessener Genauigkeit, Größe, Herkunft und einer Anleitung zum Laden</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Clean sample</source>
        <translation>Ungestörte Ziehung</translation>
    </message>
    <message>
        <source>The weights that the manifold gives at exactly this size</source>
        <translation>Die Gewichte, die die Mannigfaltigkeit bei genau dieser Größe ergibt</translation>
    </message>
    <message>
        <source>Average of</source>
        <translation>Mittel aus</translation>
    </message>
    <message>
        <source>Averaged samples</source>
        <translation>Gemittelte Ziehungen</translation>
    </message>
    <message>
        <source>The mean of the clean sample and of others at jittered coordinates</source>
        <translation>Das Mittel der ungestörten Ziehung und weiterer an Koordinaten mit Jitter</translation>
    </message>
    <message>
        <source> samples</source>
        <translation> Ziehungen</translation>
    </message>
    <message>
        <source>Samples to average</source>
        <translation>Zu mittelnde Ziehungen</translation>
    </message>
    <message>
        <source>How many samples go into the mean, the clean one among them</source>
        <translation>Wie viele Ziehungen in das Mittel eingehen, die ungestörte mitgezählt</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder that the files are written to</source>
        <translation>Ordner, in den die Dateien geschrieben werden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Beginning of every file&apos;s name; the size and the format follow</source>
        <translation>Anfang jedes Dateinamens; Größe und Format folgen</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Opens a window to choose the folder</source>
        <translation>Öffnet ein Fenster zur Auswahl des Ordners</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Widths: %1.</source>
        <translation>Breiten: %1.</translation>
    </message>
    <message>
        <source>Choose at least one network.</source>
        <translation>Mindestens ein Netz auswählen.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Mindestens ein Format auswählen.</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>Einen vorhandenen Ordner auswählen.</translation>
    </message>
    <message>
        <source>You may not write into this folder.</source>
        <translation>In diesem Ordner fehlt das Schreibrecht.</translation>
    </message>
    <message>
        <source>Choose a name without / that does not begin with a point.</source>
        <translation>Einen Namen ohne / wählen, der nicht mit einem Punkt beginnt.</translation>
    </message>
    <message>
        <source>Folder of the checkpoints</source>
        <translation>Ordner der Checkpoints</translation>
    </message>
    <message>
        <source>%1 (replaced)</source>
        <translation>%1 (wird ersetzt)</translation>
    </message>
    <message>
        <source>Replace and export</source>
        <translation>Ersetzen und exportieren</translation>
    </message>
    <message>
        <source>Files: %1, of them replaced: %2.</source>
        <translation>Dateien: %1, davon ersetzt: %2.</translation>
    </message>
    <message>
        <source>Files: %1.</source>
        <translation>Dateien: %1.</translation>
    </message>
    <message>
        <source>Accuracy is measured on %1, %2 images, for the model card.</source>
        <translation>Für die Modellkarte wird die Genauigkeit auf %1 gemessen, %2 Bilder.</translation>
    </message>
    <message>
        <source>No test images are at hand: the model card says that accuracy was not measured.</source>
        <translation>Es sind keine Testbilder vorhanden: Die Modellkarte sagt, dass die Genauigkeit nicht gemessen wurde.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>morphospace::CheckpointExport</name>
    <message>
        <source>sampling %1</source>
        <translation>%1 ziehen</translation>
    </message>
    <message>
        <source>measuring %1</source>
        <translation>%1 messen</translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Writing checkpoints: %1</source>
        <translation>Checkpoints werden geschrieben: %1</translation>
    </message>
    <message>
        <source>Export stopped: %1 of %2 files are written</source>
        <translation>Export abgebrochen: %1 von %2 Dateien sind geschrieben</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Checkpoints written: %1</source>
        <translation>Geschriebene Checkpoints: %1</translation>
    </message>
</context>
<context>
    <name>morphospace::ChoiceButton</name>
    <message>
        <source>Answer %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>Answer %1, right: %2</source>
        <translation>Antwort %1, richtig: %2</translation>
    </message>
    <message>
        <source>Answer %1, wrong: %2</source>
        <translation>Antwort %1, falsch: %2</translation>
    </message>
    <message>
        <source>Chooses this answer (key %1)</source>
        <translation>Wählt diese Antwort (Taste %1)</translation>
    </message>
</context>
<context>
    <name>morphospace::ComparisonCard</name>
    <message>
        <source>B against A</source>
        <translation>B gegen A</translation>
    </message>
    <message>
        <source>A paired test: both networks on the same images, image by image</source>
        <translation>Ein gepaarter Test: beide Netze auf denselben Bildern, Bild für Bild</translation>
    </message>
    <message>
        <source>Difference of accuracies</source>
        <translation>Differenz der Genauigkeiten</translation>
    </message>
    <message>
        <source>Accuracy of B minus accuracy of A, in percentage points</source>
        <translation>Genauigkeit von B minus Genauigkeit von A, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Interval of the difference</source>
        <translation>Intervall der Differenz</translation>
    </message>
    <message>
        <source>95 % interval of the difference, in percentage points</source>
        <translation>95-%-Intervall der Differenz, in Prozentpunkten</translation>
    </message>
    <message>
        <source>p value</source>
        <translation>p-Wert</translation>
    </message>
    <message>
        <source>How often networks that are equally good would differ by this much or more (two-sided)</source>
        <translation>Wie oft sich gleich gute Netze um so viel oder mehr unterscheiden würden (zweiseitig)</translation>
    </message>
    <message>
        <source>Images on which only one is right</source>
        <translation>Bilder, bei denen nur eines richtigliegt</translation>
    </message>
    <message>
        <source>Discordant images: the only ones that tell A and B apart</source>
        <translation>Diskordante Bilder: die einzigen, die A und B unterscheiden</translation>
    </message>
    <message>
        <source>How A and B were compared</source>
        <translation>Wie A und B verglichen wurden</translation>
    </message>
    <message>
        <source>Nothing is pinned.</source>
        <translation>Nichts ist angeheftet.</translation>
    </message>
    <message>
        <source>A and B are the same network. Change B to compare them.</source>
        <translation>A und B sind dasselbe Netz. Zum Vergleichen B ändern.</translation>
    </message>
    <message>
        <source>The test images are being read.</source>
        <translation>Die Testbilder werden gelesen.</translation>
    </message>
    <message>
        <source>There are no test images here. Recorded accuracies cannot be compared image by image, because which images were right was not recorded.</source>
        <translation>Es gibt hier keine Testbilder. Aufgezeichnete Genauigkeiten lassen sich nicht Bild für Bild vergleichen, weil nicht aufgezeichnet wurde, welche Bilder richtig waren.</translation>
    </message>
    <message>
        <source>Not yet: B is being measured.</source>
        <translation>Noch nicht: B wird gemessen.</translation>
    </message>
    <message>
        <source>Not yet: A is being measured.</source>
        <translation>Noch nicht: A wird gemessen.</translation>
    </message>
    <message>
        <source>Not yet: A is measured as soon as B is.</source>
        <translation>Noch nicht: A wird gemessen, sobald B gemessen ist.</translation>
    </message>
    <message>
        <source>A and B were measured on different images, and can only be compared on the same.</source>
        <translation>A und B wurden auf verschiedenen Bildern gemessen und lassen sich nur auf denselben vergleichen.</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>95 %: %1 to %2</source>
        <translation>95 %: %1 bis %2</translation>
    </message>
    <message>
        <source>only A right: %1
only B right: %2</source>
        <translation>nur A richtig: %1
nur B richtig: %2</translation>
    </message>
    <message>
        <source>Paired on the same %1 images.</source>
        <translation>Gepaart auf denselben %1 Bildern.</translation>
    </message>
</context>
<context>
    <name>morphospace::CompressionChart</name>
    <message>
        <source>trained range</source>
        <translation>trainierter Bereich</translation>
    </message>
    <message>
        <source>A, pinned</source>
        <translation>A, angeheftet</translation>
    </message>
    <message>
        <source>B, current</source>
        <translation>B, aktuell</translation>
    </message>
    <message>
        <source>compression (1 − MACs / MACs at full size), %</source>
        <translation>Kompression (1 − MACs / MACs bei voller Größe), %</translation>
    </message>
    <message>
        <source>compression (1 − parameters / parameters at full size), %</source>
        <translation>Kompression (1 − Parameter / Parameter bei voller Größe), %</translation>
    </message>
    <message>
        <source>MACs saved, %</source>
        <translation>gesparte MACs, %</translation>
    </message>
    <message>
        <source>parameters saved, %</source>
        <translation>gesparte Parameter, %</translation>
    </message>
    <message>
        <source>trained one by one</source>
        <translation>einzeln trainiert</translation>
    </message>
    <message>
        <source>recorded, unseen size</source>
        <translation>aufgezeichnet, ungesehene Größe</translation>
    </message>
    <message>
        <source>recorded, trained range</source>
        <translation>aufgezeichnet, trainierter Bereich</translation>
    </message>
    <message>
        <source>this session, unseen size</source>
        <translation>diese Sitzung, ungesehene Größe</translation>
    </message>
    <message>
        <source>this session, trained range</source>
        <translation>diese Sitzung, trainierter Bereich</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
</context>
<context>
    <name>morphospace::CompressionPage</name>
    <message>
        <source>Close up</source>
        <translation>Nahansicht</translation>
    </message>
    <message>
        <source>Shows the trained range large; points outside it become arrows at the edge</source>
        <translation>Zeigt den trainierten Bereich groß; Punkte außerhalb werden zu Pfeilen am Rand</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Shows the numbers behind the figure</source>
        <translation>Zeigt die Zahlen hinter der Abbildung</translation>
    </message>
    <message>
        <source>by parameters</source>
        <translation>nach Parametern</translation>
    </message>
    <message>
        <source>by MACs</source>
        <translation>nach MACs</translation>
    </message>
    <message>
        <source>Compression counted by</source>
        <translation>Kompression gezählt nach</translation>
    </message>
    <message>
        <source>Which cost the horizontal axis counts, in percent of full size saved</source>
        <translation>Welchen Aufwand die waagerechte Achse zählt, in Prozent gegenüber der vollen Größe gespart</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Abbildung …</translation>
    </message>
    <message>
        <source>Shows the figure as it will be on paper, and writes it as SVG, PDF or PNG</source>
        <translation>Zeigt die Abbildung, wie sie auf Papier aussieht, und schreibt sie als SVG, PDF oder PNG</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Writes the numbers of the figure as CSV</source>
        <translation>Schreibt die Zahlen der Abbildung als CSV</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>All measurements; press Return or double-click to go to a size</source>
        <translation>Alle Messungen; Eingabetaste oder Doppelklick geht zu einer Größe</translation>
    </message>
    <message>
        <source>%1. Click to go there.</source>
        <translation>%1. Klicken, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>Point at a point to read it, click it to go to its size. Bars are 95 % intervals.</source>
        <translation>Auf einen Punkt zeigen, um ihn zu lesen, klicken, um zu seiner Größe zu gehen. Balken sind 95-%-Intervalle.</translation>
    </message>
    <message>
        <source>Cancel sweep</source>
        <translation>Durchlauf abbrechen</translation>
    </message>
    <message>
        <source>Sweep sizes</source>
        <translation>Größen durchmessen</translation>
    </message>
    <message>
        <source>Stops the sweep; what it measured stays</source>
        <translation>Bricht den Durchlauf ab; was gemessen wurde, bleibt</translation>
    </message>
    <message>
        <source>Measures widths and depths through the trained range and past it</source>
        <translation>Misst Breiten und Tiefen durch den trainierten Bereich und darüber hinaus</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>Zahlen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
</context>
<context>
    <name>morphospace::ConfigurationPanel</name>
    <message>
        <source>width %1</source>
        <translation>Breite %1</translation>
    </message>
    <message>
        <source>; blocks %1</source>
        <translation>; Blöcke %1</translation>
    </message>
    <message>
        <source>Per stage</source>
        <translation>Je Stufe</translation>
    </message>
    <message>
        <source>Shows or hides the sliders of the single stages</source>
        <translation>Zeigt oder verbirgt die Regler der einzelnen Stufen</translation>
    </message>
    <message>
        <source>Width of all stages</source>
        <translation>Breite aller Stufen</translation>
    </message>
    <message>
        <source>Width of all stages together, in percent of full width; the band is what training sampled, the line is full size</source>
        <translation>Breite aller Stufen gemeinsam, in Prozent der vollen Breite; das Band ist der im Training gezogene Bereich, der Strich die volle Größe</translation>
    </message>
    <message>
        <source>Width of all stages, typed</source>
        <translation>Breite aller Stufen, eingetippt</translation>
    </message>
    <message>
        <source>Width of all stages together, in percent of full width</source>
        <translation>Breite aller Stufen gemeinsam, in Prozent der vollen Breite</translation>
    </message>
    <message>
        <source>Depth of all stages</source>
        <translation>Tiefe aller Stufen</translation>
    </message>
    <message>
        <source>Residual blocks in every stage</source>
        <translation>Residualblöcke in jeder Stufe</translation>
    </message>
    <message>
        <source>Depth of all stages, typed</source>
        <translation>Tiefe aller Stufen, eingetippt</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Samples averaged, K</source>
        <translation>Gemittelte Ziehungen, K</translation>
    </message>
    <message>
        <source>1: the clean sample. K above 1: the mean of the clean sample and K − 1 samples at jittered coordinates</source>
        <translation>1: die ungestörte Ziehung. K über 1: das Mittel der ungestörten Ziehung und von K − 1 Ziehungen an Koordinaten mit Jitter</translation>
    </message>
    <message>
        <source>Average of K samples</source>
        <translation>Mittel aus K Ziehungen</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Volle Größe</translation>
    </message>
    <message>
        <source>Goes to the largest trained configuration</source>
        <translation>Geht zur größten trainierten Konfiguration</translation>
    </message>
    <message>
        <source>Pin A</source>
        <translation>A anheften</translation>
    </message>
    <message>
        <source>Keeps the current sample as A, to compare with while B changes</source>
        <translation>Behält das aktuelle Netz als A zum Vergleich, während sich B ändert</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Exchanges the pinned sample A and the current sample B</source>
        <translation>Vertauscht das angeheftete Netz A und das aktuelle Netz B</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of %1</source>
        <translation>Breite von %1</translation>
    </message>
    <message>
        <source>Channels of %1; the band is what training sampled</source>
        <translation>Kanäle von %1; das Band ist der im Training gezogene Bereich</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Depth of %1</source>
        <translation>Tiefe von %1</translation>
    </message>
    <message>
        <source>Residual blocks in %1</source>
        <translation>Residualblöcke in %1</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>%1 channels (stages differ)</source>
        <translation>%1 Kanäle (Stufen verschieden)</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>%1 Blöcke</translation>
    </message>
    <message>
        <source>width only: the depth of this manifold is fixed</source>
        <translation>nur Breite: Die Tiefe dieser Mannigfaltigkeit ist fest</translation>
    </message>
    <message>
        <source>Unpin A</source>
        <translation>A lösen</translation>
    </message>
</context>
<context>
    <name>morphospace::ConfusionDialog</name>
    <message>
        <source>Confusion matrix and accuracy by class</source>
        <translation>Konfusionsmatrix und Genauigkeit nach Klassen</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Puts all counts on the clipboard as CSV</source>
        <translation>Legt alle Anzahlen als CSV in die Zwischenablage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>Schließt dieses Fenster</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1 read as %2 (%3)</source>
        <translation>%1 als %2 gelesen (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 images right.</source>
        <translation>%1 von %2 Bildern richtig.</translation>
    </message>
    <message>
        <source>Most often: %1.</source>
        <translation>Am häufigsten: %1.</translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted class, in images; first column: percent right. A click on a heading sorts.</source>
        <translation>Zeilen: wahre Klasse. Spalten: vorhergesagte Klasse, in Bildern; erste Spalte: Prozent richtig. Ein Klick auf eine Überschrift sortiert.</translation>
    </message>
</context>
<context>
    <name>morphospace::ConfusionModel</name>
    <message>
        <source>%1: %2 of %3 right</source>
        <translation>%1: %2 von %3 richtig</translation>
    </message>
    <message>
        <source>%1 read as %2: %3 of %4</source>
        <translation>%1 als %2 gelesen: %3 von %4</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
</context>
<context>
    <name>morphospace::CoreText</name>
    <message>
        <source>%1; expected %2</source>
        <translation>%1; erwartet: %2</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <translation>bei %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>byte %1 of the data</source>
        <translation>Byte %1 der Daten</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>in line %1: %2</source>
        <translation>in Zeile %1: %2</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>the header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>the header, &apos;%1&apos;</source>
        <translation>Kopf, „%1“</translation>
    </message>
    <message>
        <source>header, format_version</source>
        <translation>Kopf, format_version</translation>
    </message>
    <message>
        <source>header, manifold</source>
        <translation>Kopf, manifold</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos;</source>
        <translation>Tensor „%1“</translation>
    </message>
    <message>
        <source>tensor %1: %2</source>
        <translation>Tensor %1: %2</translation>
    </message>
    <message>
        <source>action %1</source>
        <translation>Aktion %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>data set %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>the provenance</source>
        <translation>die Herkunftsangabe</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>die Datei gibt es nicht</translation>
    </message>
    <message>
        <source>this is no ordinary file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>das ist keine Datei</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>a file that this user may read</source>
        <translation>eine Datei mit Leserecht</translation>
    </message>
    <message>
        <source>the file has %1 bytes</source>
        <translation>die Datei hat %1 Bytes</translation>
    </message>
    <message>
        <source>has %1 bytes</source>
        <translation>hat %1 Bytes</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 mit höchstens %2</translation>
    </message>
    <message>
        <source>the file ends</source>
        <translation>die Datei endet</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>a file that exists and can be read</source>
        <translation>eine vorhandene, lesbare Datei</translation>
    </message>
    <message>
        <source>has no size</source>
        <translation>hat keine Größe</translation>
    </message>
    <message>
        <source>a regular file</source>
        <translation>eine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>reading failed</source>
        <translation>das Lesen schlug fehl</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>writing failed: %1</source>
        <translation>das Schreiben schlug fehl: %1</translation>
    </message>
    <message>
        <source>flushing failed: %1</source>
        <translation>das Sichern auf den Datenträger schlug fehl: %1</translation>
    </message>
    <message>
        <source>cannot be replaced: %1</source>
        <translation>lässt sich nicht ersetzen: %1</translation>
    </message>
    <message>
        <source>a folder that exists and can be written</source>
        <translation>ein vorhandener Ordner mit Schreibrecht</translation>
    </message>
    <message>
        <source>the folder cannot be made: %1</source>
        <translation>der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>SHA-256 is not available in this OpenSSL</source>
        <translation>dieses OpenSSL kennt kein SHA-256</translation>
    </message>
    <message>
        <source>MORPHOSPACE_RESOURCES names a folder that does not hold the program&apos;s resources</source>
        <translation>MORPHOSPACE_RESOURCES nennt einen Ordner, der die Ressourcen des Programms nicht enthält</translation>
    </message>
    <message>
        <source>a folder with &apos;glyphs&apos; and &apos;manifolds&apos; in it</source>
        <translation>ein Ordner, der „glyphs“ und „manifolds“ enthält</translation>
    </message>
    <message>
        <source>the program&apos;s resources are missing</source>
        <translation>die Ressourcen des Programms fehlen</translation>
    </message>
    <message>
        <source>&apos;resources&apos; above the program, &apos;share/morphospace&apos; of an installation, or MORPHOSPACE_RESOURCES set</source>
        <translation>„resources“ oberhalb des Programms, „share/morphospace“ einer Installation oder ein gesetztes MORPHOSPACE_RESOURCES</translation>
    </message>
    <message>
        <source>base64 of %1 bytes</source>
        <translation>Base64 von %1 Bytes</translation>
    </message>
    <message>
        <source>less than a gigabyte</source>
        <translation>weniger als ein Gigabyte</translation>
    </message>
    <message>
        <source>base64 of %1 characters</source>
        <translation>Base64 von %1 Zeichen</translation>
    </message>
    <message>
        <source>a multiple of four</source>
        <translation>ein Vielfaches von vier</translation>
    </message>
    <message>
        <source>this is not base64</source>
        <translation>das ist kein Base64</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>mindestens eines</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>at byte %1: %2</source>
        <translation>bei Byte %1: %2</translation>
    </message>
    <message>
        <source>this is not JSON, or the file ends too early</source>
        <translation>das ist kein JSON, oder die Datei endet zu früh</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>das ist kein JSON</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>eine Zahl darin ist zu groß</translation>
    </message>
    <message>
        <source>%1 is no object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>one with %1</source>
        <translation>eines mit %1</translation>
    </message>
    <message>
        <source>one with its name only</source>
        <translation>eines nur mit seinem Namen</translation>
    </message>
    <message>
        <source>the unknown field &apos;%1&apos; of %2</source>
        <translation>unbekanntes Feld „%1“ (%2)</translation>
    </message>
    <message>
        <source>the unknown field &apos;%1&apos;</source>
        <translation>unbekanntes Feld „%1“</translation>
    </message>
    <message>
        <source>%1 is null</source>
        <translation>%1 ist null</translation>
    </message>
    <message>
        <source>%1 is number</source>
        <translation>%1 ist eine Zahl</translation>
    </message>
    <message>
        <source>%1 is string</source>
        <translation>%1 ist ein Text</translation>
    </message>
    <message>
        <source>%1 is array</source>
        <translation>%1 ist eine Liste</translation>
    </message>
    <message>
        <source>%1 is object</source>
        <translation>%1 ist ein Objekt</translation>
    </message>
    <message>
        <source>%1 is boolean</source>
        <translation>%1 ist ein Wahrheitswert</translation>
    </message>
    <message>
        <source>%1 is an empty object</source>
        <translation>%1 ist ein leeres Objekt</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>the field &apos;%1&apos; of %2 is missing</source>
        <translation>das Feld „%1“ fehlt (%2)</translation>
    </message>
    <message>
        <source>the field &apos;%1&apos; of %2 is %3</source>
        <translation>das Feld „%1“ (%2) ist %3</translation>
    </message>
    <message>
        <source>the field &apos;%1&apos; is %2</source>
        <translation>das Feld „%1“ ist %2</translation>
    </message>
    <message>
        <source>a field is missing</source>
        <translation>ein Feld fehlt</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number, 0 or more</source>
        <translation>eine ganze Zahl, 0 oder mehr</translation>
    </message>
    <message>
        <source>a whole number in digits</source>
        <translation>eine ganze Zahl in Ziffern</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number that is not a whole number</source>
        <translation>eine nicht ganze Zahl</translation>
    </message>
    <message>
        <source>a negative number</source>
        <translation>eine negative Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>eine Liste ganzer Zahlen</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>eine Liste von Zahlen</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list of actions</source>
        <translation>eine Liste von Aktionen</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object of numbers</source>
        <translation>ein Objekt aus Zahlen</translation>
    </message>
    <message>
        <source>an empty object</source>
        <translation>ein leeres Objekt</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>Binärdaten</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>array</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>ein Wahrheitswert</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>die Sitzung</translation>
    </message>
    <message>
        <source>a session</source>
        <translation>eine Sitzung</translation>
    </message>
    <message>
        <source>a script of actions</source>
        <translation>ein Skript aus Aktionen</translation>
    </message>
    <message>
        <source>a provenance</source>
        <translation>eine Herkunftsangabe</translation>
    </message>
    <message>
        <source>a recovery log</source>
        <translation>ein Wiederherstellungsprotokoll</translation>
    </message>
    <message>
        <source>a figure</source>
        <translation>eine Abbildung</translation>
    </message>
    <message>
        <source>a manifold</source>
        <translation>eine Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>the fields of docs/formats.md</source>
        <translation>die Felder aus docs/formats.md</translation>
    </message>
    <message>
        <source>the step</source>
        <translation>der Schritt</translation>
    </message>
    <message>
        <source>the outcome</source>
        <translation>das Ergebnis</translation>
    </message>
    <message>
        <source>the lesson&apos;s page</source>
        <translation>die Seite der Lektion</translation>
    </message>
    <message>
        <source>the manifold</source>
        <translation>die Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>the family</source>
        <translation>die Familie</translation>
    </message>
    <message>
        <source>the generator</source>
        <translation>der Generator</translation>
    </message>
    <message>
        <source>the input scaling</source>
        <translation>die Skalierung der Eingabe</translation>
    </message>
    <message>
        <source>a measurement</source>
        <translation>eine Messung</translation>
    </message>
    <message>
        <source>a size</source>
        <translation>eine Größe</translation>
    </message>
    <message>
        <source>the description of Glyphs</source>
        <translation>die Beschreibung von Glyphs</translation>
    </message>
    <message>
        <source>there is no data set %1</source>
        <translation>es gibt keinen Datensatz %1</translation>
    </message>
    <message>
        <source>%1 is not part of this program: name the folder that holds it (--data on the command line, Preferences in the window); %2</source>
        <translation>%1 gehört nicht zu diesem Programm: den Ordner nennen, der es enthält (--data auf der Befehlszeile, Einstellungen im Fenster); %2</translation>
    </message>
    <message>
        <source>%1 (or %2) is neither in the folder %3 nor below it in %4; %5</source>
        <translation>%1 (oder %2) ist weder im Ordner %3 noch darunter in %4; %5</translation>
    </message>
    <message>
        <source>it comes with this program, and the command &quot;glyphs&quot; draws it again</source>
        <translation>es kommt mit diesem Programm, und der Befehl „glyphs“ zeichnet es neu</translation>
    </message>
    <message>
        <source>its owners publish it at %1</source>
        <translation>seine Herausgeber veröffentlichen es unter %1</translation>
    </message>
    <message>
        <source>its owners publish it, as the binary version, at %1</source>
        <translation>seine Herausgeber veröffentlichen es als Binärversion unter %1</translation>
    </message>
    <message>
        <source>the training files hold %1 images</source>
        <translation>die Trainingsdateien enthalten %1 Bilder</translation>
    </message>
    <message>
        <source>more than the %1 that are kept for validation</source>
        <translation>mehr als die %1, die zur Validierung bleiben</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>records of %1 bytes</source>
        <translation>Datensätze zu %1 Bytes</translation>
    </message>
    <message>
        <source>the binary version of the data set: %1</source>
        <translation>die Binärversion des Datensatzes: %1</translation>
    </message>
    <message>
        <source>ends inside a record of %1 bytes</source>
        <translation>endet mitten in einem Eintrag von %1 Bytes</translation>
    </message>
    <message>
        <source>has the label %1</source>
        <translation>hat die Klasse %1</translation>
    </message>
    <message>
        <source>holds labels, not images</source>
        <translation>enthält Klassen, keine Bilder</translation>
    </message>
    <message>
        <source>holds images, not labels</source>
        <translation>enthält Bilder, keine Klassen</translation>
    </message>
    <message>
        <source>IDX images, which begin with %1</source>
        <translation>IDX-Bilder, die mit %1 beginnen</translation>
    </message>
    <message>
        <source>IDX labels, which begin with %1</source>
        <translation>IDX-Klassen, die mit %1 beginnen</translation>
    </message>
    <message>
        <source>begins with %1</source>
        <translation>beginnt mit %1</translation>
    </message>
    <message>
        <source>ends inside its header</source>
        <translation>endet mitten im Kopf</translation>
    </message>
    <message>
        <source>%1 bytes of header</source>
        <translation>%1 Bytes Kopf</translation>
    </message>
    <message>
        <source>ends too early</source>
        <translation>endet zu früh</translation>
    </message>
    <message>
        <source>more data follows the last item</source>
        <translation>nach dem letzten Eintrag folgen weitere Daten</translation>
    </message>
    <message>
        <source>%1 bytes for the %2 items its header announces</source>
        <translation>%1 Bytes für die %2 Einträge, die der Kopf ankündigt</translation>
    </message>
    <message>
        <source>images are %1 pixels tall</source>
        <translation>Bilder sind %1 Pixel hoch</translation>
    </message>
    <message>
        <source>images are %1 pixels wide</source>
        <translation>Bilder sind %1 Pixel breit</translation>
    </message>
    <message>
        <source>holds no images</source>
        <translation>enthält keine Bilder</translation>
    </message>
    <message>
        <source>has %1 labels</source>
        <translation>hat %1 Klassenangaben</translation>
    </message>
    <message>
        <source>%1, one for each image in %2</source>
        <translation>%1, eine für jedes Bild in %2</translation>
    </message>
    <message>
        <source>zlib cannot be started</source>
        <translation>zlib lässt sich nicht starten</translation>
    </message>
    <message>
        <source>the data could not be packed by zlib</source>
        <translation>zlib konnte die Daten nicht packen</translation>
    </message>
    <message>
        <source>the gzip data ends before its end mark</source>
        <translation>die gzip-Daten enden vor ihrer Endmarke</translation>
    </message>
    <message>
        <source>a complete file; copy or download it again</source>
        <translation>eine vollständige Datei; erneut kopieren oder herunterladen</translation>
    </message>
    <message>
        <source>the gzip data is damaged</source>
        <translation>die gzip-Daten sind beschädigt</translation>
    </message>
    <message>
        <source>gzip data with a matching checksum</source>
        <translation>gzip-Daten mit passender Prüfsumme</translation>
    </message>
    <message>
        <source>unpacks to more than %1</source>
        <translation>ergibt entpackt mehr als %1</translation>
    </message>
    <message>
        <source>a data set file of at most %1</source>
        <translation>eine Datensatzdatei von höchstens %1</translation>
    </message>
    <message>
        <source>more data follows the gzip end mark</source>
        <translation>nach der gzip-Endmarke folgen weitere Daten</translation>
    </message>
    <message>
        <source>one gzip member and nothing else</source>
        <translation>ein gzip-Teil und sonst nichts</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>XZ-packed data</source>
        <translation>mit XZ gepackte Daten</translation>
    </message>
    <message>
        <source>Zstandard-packed data</source>
        <translation>mit Zstandard gepackte Daten</translation>
    </message>
    <message>
        <source>bzip2-packed data</source>
        <translation>mit bzip2 gepackte Daten</translation>
    </message>
    <message>
        <source>data packed by gzip twice</source>
        <translation>zweimal mit gzip gepackte Daten</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>ein XML-Dokument</translation>
    </message>
    <message>
        <source>a Python pickle</source>
        <translation>ein Python-Pickle</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>ein tar-Archiv</translation>
    </message>
    <message>
        <source>%1 has images of %2 with %3 channel(s); the network takes %4 with %5</source>
        <translation>%1 hat Bilder von %2 mit %3 Kanal/Kanälen; das Netz nimmt %4 mit %5</translation>
    </message>
    <message>
        <source>%1 has %2 classes; the network tells %3 apart</source>
        <translation>%1 hat %2 Klassen; das Netz unterscheidet %3</translation>
    </message>
    <message>
        <source>unknown kind of checkpoint &apos;%1&apos;</source>
        <translation>unbekannte Art von Checkpoint „%1“</translation>
    </message>
    <message>
        <source>a name that ends in .safetensors, .pt or .onnx</source>
        <translation>ein Name, der auf .safetensors, .pt oder .onnx endet</translation>
    </message>
    <message>
        <source>tensor %1 is not %2 of this network</source>
        <translation>Tensor %1 ist nicht %2 dieses Netzes</translation>
    </message>
    <message>
        <source>the order and the shapes of its units</source>
        <translation>Reihenfolge und Formen seiner Einheiten</translation>
    </message>
    <message>
        <source>network %1 has %2 tensors</source>
        <translation>das Netz %1 hat %2 Tensoren</translation>
    </message>
    <message>
        <source>the input scaling does not fit the network</source>
        <translation>die Skalierung der Eingabe passt nicht zum Netz</translation>
    </message>
    <message>
        <source>a mean and a deviation above 0 for each of its %1 image channels</source>
        <translation>ein Mittelwert und eine Abweichung über 0 für jeden der %1 Bildkanäle</translation>
    </message>
    <message>
        <source>the network is too large for ONNX</source>
        <translation>das Netz ist zu groß für ONNX</translation>
    </message>
    <message>
        <source>less than 2 GB</source>
        <translation>weniger als 2 GB</translation>
    </message>
    <message>
        <source>a text is not valid UTF-8</source>
        <translation>ein Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>ONNX does not accept the network: %1</source>
        <translation>ONNX nimmt das Netz nicht an: %1</translation>
    </message>
    <message>
        <source>LibTorch could not write the network as TorchScript: %1</source>
        <translation>LibTorch konnte das Netz nicht als TorchScript schreiben: %1</translation>
    </message>
    <message>
        <source>this is not a safetensors file</source>
        <translation>das ist keine safetensors-Datei</translation>
    </message>
    <message>
        <source>a safetensors file</source>
        <translation>eine safetensors-Datei</translation>
    </message>
    <message>
        <source>a header of %1 bytes, but only %2 follow</source>
        <translation>ein Kopf von %1 Bytes, aber nur %2 folgen</translation>
    </message>
    <message>
        <source>a safetensors file that is not truncated</source>
        <translation>eine nicht abgeschnittene safetensors-Datei</translation>
    </message>
    <message>
        <source>a safetensors file, which starts with the header&apos;s length in 8 bytes</source>
        <translation>eine safetensors-Datei, die mit der Länge des Kopfs in 8 Bytes beginnt</translation>
    </message>
    <message>
        <source>%1 bytes are not a whole number of %2 values</source>
        <translation>%1 Bytes sind keine ganze Zahl von %2-Werten</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>der Name ist vergeben</translation>
    </message>
    <message>
        <source>every tensor of a safetensors file to have a name of its own</source>
        <translation>ein eigener Name für jeden Tensor einer safetensors-Datei</translation>
    </message>
    <message>
        <source>%1 for its type and shape</source>
        <translation>%1 für Typ und Form</translation>
    </message>
    <message>
        <source>%1 bytes for its type and shape</source>
        <translation>%1 Bytes für Typ und Form</translation>
    </message>
    <message>
        <source>a tensor&apos;s name or the metadata of a safetensors file is not valid UTF-8</source>
        <translation>der Name eines Tensors oder die Metadaten einer safetensors-Datei sind kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>the header of a safetensors file would have %1 bytes</source>
        <translation>der Kopf der safetensors-Datei hätte %1 Bytes</translation>
    </message>
    <message>
        <source>%1 bytes from byte %2</source>
        <translation>%1 Bytes ab Byte %2</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>%1 for its shape</source>
        <translation>%1 für die Form</translation>
    </message>
    <message>
        <source>tensor %1 holds %2 values</source>
        <translation>Tensor %1 enthält %2-Werte</translation>
    </message>
    <message>
        <source>F32, F64, F16 or BF16</source>
        <translation>F32, F64, F16 oder BF16</translation>
    </message>
    <message>
        <source>a shape that is too large</source>
        <translation>eine zu große Form</translation>
    </message>
    <message>
        <source>the name &apos;%1&apos; appears twice</source>
        <translation>der Name „%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>every name once</source>
        <translation>jeder Name einmal</translation>
    </message>
    <message>
        <source>dtype, shape and data_offsets</source>
        <translation>dtype, shape und data_offsets</translation>
    </message>
    <message>
        <source>data_offsets has %1 numbers</source>
        <translation>data_offsets hat %1 Zahlen</translation>
    </message>
    <message>
        <source>its begin and its end</source>
        <translation>Anfang und Ende</translation>
    </message>
    <message>
        <source>the header of a safetensors file</source>
        <translation>der Kopf einer safetensors-Datei</translation>
    </message>
    <message>
        <source>the unknown type &apos;%1&apos;</source>
        <translation>unbekannter Typ „%1“</translation>
    </message>
    <message>
        <source>the extent %1 is not possible</source>
        <translation>die Ausdehnung %1 ist nicht möglich</translation>
    </message>
    <message>
        <source>a shape that fits into memory</source>
        <translation>eine Form, die in den Speicher passt</translation>
    </message>
    <message>
        <source>no JSON object starts here</source>
        <translation>hier beginnt kein JSON-Objekt</translation>
    </message>
    <message>
        <source>bytes %1 to %2</source>
        <translation>Bytes %1 bis %2</translation>
    </message>
    <message>
        <source>%1 of the data</source>
        <translation>%1 der Daten</translation>
    </message>
    <message>
        <source>a range within its %1 bytes (is the file truncated?)</source>
        <translation>ein Bereich innerhalb der %1 Bytes (ist die Datei abgeschnitten?)</translation>
    </message>
    <message>
        <source>%1 overlap another tensor</source>
        <translation>%1 überschneiden einen anderen Tensor</translation>
    </message>
    <message>
        <source>%1 leave a gap</source>
        <translation>%1 lassen eine Lücke</translation>
    </message>
    <message>
        <source>data from byte %1</source>
        <translation>Daten ab Byte %1</translation>
    </message>
    <message>
        <source>%1 bytes belong to no tensor</source>
        <translation>%1 Bytes gehören zu keinem Tensor</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>das Ende der Datei</translation>
    </message>
    <message>
        <source>this is a safetensors file but not a weight manifold</source>
        <translation>das ist eine safetensors-Datei, aber keine Gewichtsmannigfaltigkeit</translation>
    </message>
    <message>
        <source>metadata &apos;format&apos; to be &apos;%1&apos;</source>
        <translation>„%1“ als „format“ in den Metadaten</translation>
    </message>
    <message>
        <source>made by another version of the format (%1)</source>
        <translation>von einer anderen Version des Formats (%1)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>version %1; a newer Morphospace may open it</source>
        <translation>Version %1; ein neueres Morphospace kann sie vielleicht öffnen</translation>
    </message>
    <message>
        <source>the description is missing</source>
        <translation>die Beschreibung fehlt</translation>
    </message>
    <message>
        <source>metadata &apos;manifold&apos;</source>
        <translation>„manifold“ in den Metadaten</translation>
    </message>
    <message>
        <source>class_names holds %1 names</source>
        <translation>class_names enthält %1 Namen</translation>
    </message>
    <message>
        <source>unknown generator &apos;%1&apos;</source>
        <translation>unbekannter Generator „%1“</translation>
    </message>
    <message>
        <source>grid, separable or mlp</source>
        <translation>grid, separable oder mlp</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>separable</source>
        <translation>separabel</translation>
    </message>
    <message>
        <source>mlp</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>generator&apos;s %1 is %2</source>
        <translation>%1 des Generators ist %2</translation>
    </message>
    <message>
        <source>full size %1 does not fit the family %2</source>
        <translation>die volle Größe %1 passt nicht zur Familie %2</translation>
    </message>
    <message>
        <source>LeNet takes images of 28 x 28, not %1</source>
        <translation>LeNet nimmt Bilder von 28 x 28, nicht %1</translation>
    </message>
    <message>
        <source>input scaling needs one mean and one deviation for each image channel</source>
        <translation>die Skalierung der Eingabe braucht je Bildkanal einen Mittelwert und eine Abweichung</translation>
    </message>
    <message>
        <source>input scaling has a deviation that is not above zero, or a number that is too large</source>
        <translation>die Skalierung der Eingabe hat eine Abweichung nicht über null oder eine zu große Zahl</translation>
    </message>
    <message>
        <source>a measurement counts %1 of %2 images correct</source>
        <translation>eine Messung zählt %1 von %2 Bildern als richtig</translation>
    </message>
    <message>
        <source>the field &apos;interval&apos; of a measurement</source>
        <translation>das Feld „interval“ einer Messung</translation>
    </message>
    <message>
        <source>two percents</source>
        <translation>zwei Prozentwerte</translation>
    </message>
    <message>
        <source>the jitter of a channel is no finite number</source>
        <translation>der Jitter eines Kanals ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>averaging over %1 samples is not possible</source>
        <translation>Mittelung über %1 Ziehungen ist nicht möglich</translation>
    </message>
    <message>
        <source>a jitter of %1 channels is not possible</source>
        <translation>ein Jitter von %1 Kanälen ist nicht möglich</translation>
    </message>
    <message>
        <source>depth cannot change: the generator &apos;%1&apos; is width only</source>
        <translation>die Tiefe ist fest: der Generator „%1“ ändert nur die Breite</translation>
    </message>
    <message>
        <source>depth %1</source>
        <translation>Tiefe %1</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is missing</source>
        <translation>Tensor „%1“ fehlt</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has another shape than the generator&apos;s settings ask for</source>
        <translation>Tensor „%1“ hat eine andere Form, als die Einstellungen des Generators verlangen</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; holds a value that is not finite</source>
        <translation>Tensor „%1“ enthält einen nicht endlichen Wert</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has another shape than its place in the network</source>
        <translation>Tensor „%1“ hat eine andere Form als sein Platz im Netz</translation>
    </message>
    <message>
        <source>a CIFAR ResNet has three stages</source>
        <translation>ein CIFAR-ResNet hat drei Stufen</translation>
    </message>
    <message>
        <source>three widths and three depths, got %1</source>
        <translation>drei Breiten und drei Tiefen, nicht %1</translation>
    </message>
    <message>
        <source>unknown network family &apos;%1&apos;</source>
        <translation>unbekannte Netzfamilie „%1“</translation>
    </message>
    <message>
        <source>LeNet or ResNet</source>
        <translation>LeNet oder ResNet</translation>
    </message>
    <message>
        <source>the %1 family has one %2</source>
        <translation>die Familie %1 hat eine %2</translation>
    </message>
    <message>
        <source>no %1, got %2</source>
        <translation>keine %1, nicht %2</translation>
    </message>
    <message>
        <source>%1: got %2, expected one for each of the %3 stages of %4</source>
        <translation>%1: %2 angegeben, erwartet: je eine für die %3 Stufen von %4</translation>
    </message>
    <message>
        <source>%1 of stage %2 is not possible</source>
        <translation>%1 der Stufe %2 ist nicht möglich</translation>
    </message>
    <message>
        <source>a width is a fraction of full size</source>
        <translation>eine Breite ist ein Anteil der vollen Größe</translation>
    </message>
    <message>
        <source>a finite number above 0</source>
        <translation>eine endliche Zahl über 0</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>Breite %1</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>widths</source>
        <translation>Breiten</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>depths</source>
        <translation>Tiefen</translation>
    </message>
    <message>
        <source>%1 is not possible</source>
        <translation>%1 ist nicht möglich</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>full width %1</source>
        <translation>volle Breite %1</translation>
    </message>
    <message>
        <source>full depth %1</source>
        <translation>volle Tiefe %1</translation>
    </message>
    <message>
        <source>averaging %1</source>
        <translation>Mittelung %1</translation>
    </message>
    <message>
        <source>no manifold is open</source>
        <translation>keine Mannigfaltigkeit ist offen</translation>
    </message>
    <message>
        <source>OpenManifold before this action</source>
        <translation>OpenManifold vor dieser Aktion</translation>
    </message>
    <message>
        <source>the unknown option &apos;%1&apos;</source>
        <translation>unbekannte Option „%1“</translation>
    </message>
    <message>
        <source>the file &apos;%1&apos; of the manifold</source>
        <translation>die Datei „%1“ der Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>a name or a path below the session&apos;s folder</source>
        <translation>ein Name oder ein Pfad unterhalb des Ordners der Sitzung</translation>
    </message>
    <message>
        <source>full size %1 of a %2</source>
        <translation>volle Größe %1 eines %2</translation>
    </message>
    <message>
        <source>one width</source>
        <translation>eine Breite</translation>
    </message>
    <message>
        <source>three widths and three depths</source>
        <translation>drei Breiten und drei Tiefen</translation>
    </message>
    <message>
        <source>the depth of a %1 does not change</source>
        <translation>die Tiefe eines %1 ändert sich nicht</translation>
    </message>
    <message>
        <source>a family of several depths</source>
        <translation>eine Familie mit mehreren Tiefen</translation>
    </message>
    <message>
        <source>nothing is pinned</source>
        <translation>nichts ist angeheftet</translation>
    </message>
    <message>
        <source>PinSample before SwapPinned</source>
        <translation>PinSample vor SwapPinned</translation>
    </message>
    <message>
        <source>a page without a name</source>
        <translation>eine Seite ohne Namen</translation>
    </message>
    <message>
        <source>the name of a page</source>
        <translation>der Name einer Seite</translation>
    </message>
    <message>
        <source>the option &apos;%1&apos; cannot be &apos;%2&apos;</source>
        <translation>die Option „%1“ kann nicht „%2“ sein</translation>
    </message>
    <message>
        <source>the unknown action &apos;%1&apos;</source>
        <translation>unbekannte Aktion „%1“</translation>
    </message>
    <message>
        <source>the field &apos;action&apos; is missing</source>
        <translation>das Feld „action“ fehlt</translation>
    </message>
    <message>
        <source>an object with the name of an action, such as %1</source>
        <translation>ein Objekt mit dem Namen einer Aktion, etwa %1</translation>
    </message>
    <message>
        <source>the script is %1</source>
        <translation>das Skript ist %1</translation>
    </message>
    <message>
        <source>this is no provenance</source>
        <translation>das ist keine Herkunftsangabe</translation>
    </message>
    <message>
        <source>an object with %1</source>
        <translation>ein Objekt mit %1</translation>
    </message>
    <message>
        <source>the field &apos;seed&apos; of the provenance is &apos;%1&apos;</source>
        <translation>das Feld „seed“ der Herkunftsangabe ist „%1“</translation>
    </message>
    <message>
        <source>the provenance is of version %1</source>
        <translation>die Herkunftsangabe ist von Version %1</translation>
    </message>
    <message>
        <source>%1 to %2: a newer Morphospace made it</source>
        <translation>%1 bis %2: ein neueres Morphospace hat sie gemacht</translation>
    </message>
    <message>
        <source>the recovery log cannot be written: %1</source>
        <translation>das Wiederherstellungsprotokoll lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>a folder with free space that this user may write</source>
        <translation>ein Ordner mit freiem Platz und Schreibrecht</translation>
    </message>
    <message>
        <source>the recovery log has no whole line</source>
        <translation>das Wiederherstellungsprotokoll hat keine vollständige Zeile</translation>
    </message>
    <message>
        <source>this is not a recovery log</source>
        <translation>das ist kein Wiederherstellungsprotokoll</translation>
    </message>
    <message>
        <source>the folder for recovery cannot be made: %1</source>
        <translation>der Ordner zur Wiederherstellung lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>the outcome has %1 correct of %2 images</source>
        <translation>das Ergebnis hat %1 richtige von %2 Bildern</translation>
    </message>
    <message>
        <source>no more than those</source>
        <translation>nicht mehr als diese</translation>
    </message>
    <message>
        <source>this is not a session</source>
        <translation>das ist keine Sitzung</translation>
    </message>
    <message>
        <source>the session has no version</source>
        <translation>die Sitzung hat keine Version</translation>
    </message>
    <message>
        <source>&quot;version&quot;: %1 to %2</source>
        <translation>&quot;version&quot;: %1 bis %2</translation>
    </message>
    <message>
        <source>the session is of version %1, made by a newer Morphospace</source>
        <translation>die Sitzung ist von Version %1, gemacht von einem neueren Morphospace</translation>
    </message>
    <message>
        <source>this is not a session but %1</source>
        <translation>das ist keine Sitzung, sondern %1</translation>
    </message>
    <message>
        <source>an object or a list of actions</source>
        <translation>ein Objekt oder eine Liste von Aktionen</translation>
    </message>
    <message>
        <source>the field &apos;embedded&apos; of the session is no object</source>
        <translation>das Feld „embedded“ der Sitzung ist kein Objekt</translation>
    </message>
    <message>
        <source>manifold files by hash</source>
        <translation>Mannigfaltigkeitsdateien nach Prüfsumme</translation>
    </message>
    <message>
        <source>the embedded manifold %1 does not have this hash</source>
        <translation>die eingebettete Mannigfaltigkeit %1 hat nicht diese Prüfsumme</translation>
    </message>
    <message>
        <source>the file unchanged</source>
        <translation>die unveränderte Datei</translation>
    </message>
    <message>
        <source>the position %1 is behind the last of %2 steps</source>
        <translation>die Position %1 liegt hinter dem letzten von %2 Schritten</translation>
    </message>
    <message>
        <source>the manifold %1 of this session is not to be found</source>
        <translation>die Mannigfaltigkeit %1 dieser Sitzung ist nicht zu finden</translation>
    </message>
    <message>
        <source>the manifold %1 is not the one this session was made with</source>
        <translation>die Mannigfaltigkeit %1 ist nicht die, mit der diese Sitzung entstand</translation>
    </message>
    <message>
        <source>the file with SHA-256 %1</source>
        <translation>die Datei mit SHA-256 %1</translation>
    </message>
    <message>
        <source>the manifold %1 of this session is missing</source>
        <translation>die Mannigfaltigkeit %1 dieser Sitzung fehlt</translation>
    </message>
    <message>
        <source>all that its steps open</source>
        <translation>alle, die ihre Schritte öffnen</translation>
    </message>
    <message>
        <source>no temporary folder can be made</source>
        <translation>es lässt sich kein temporärer Ordner anlegen</translation>
    </message>
    <message>
        <source>one that can be written</source>
        <translation>einer mit Schreibrecht</translation>
    </message>
    <message>
        <source>the lesson has no page</source>
        <translation>die Lektion hat keine Seite</translation>
    </message>
    <message>
        <source>one at least</source>
        <translation>mindestens eine</translation>
    </message>
    <message>
        <source>a page of a lesson has no title</source>
        <translation>eine Seite einer Lektion hat keinen Titel</translation>
    </message>
    <message>
        <source>a few words</source>
        <translation>einige Worte</translation>
    </message>
    <message>
        <source>%1 names the unknown control &apos;%2&apos;</source>
        <translation>%1 nennt das unbekannte Bedienelement „%2“</translation>
    </message>
    <message>
        <source>%1 points at the control &apos;%2&apos; that it hides</source>
        <translation>%1 zeigt auf das Bedienelement „%2“, das sie verbirgt</translation>
    </message>
    <message>
        <source>one that is shown</source>
        <translation>eines, das gezeigt wird</translation>
    </message>
    <message>
        <source>the page &apos;%1&apos;</source>
        <translation>die Seite „%1“</translation>
    </message>
    <message>
        <source>page %1, &apos;%2&apos;</source>
        <translation>Seite %1, „%2“</translation>
    </message>
    <message>
        <source>the question of the page &apos;%1&apos; has no text and %2 choices</source>
        <translation>die Frage der Seite „%1“ hat keinen Text und %2 Antworten</translation>
    </message>
    <message>
        <source>the question of the page &apos;%1&apos; has %2 choices</source>
        <translation>die Frage der Seite „%1“ hat %2 Antworten</translation>
    </message>
    <message>
        <source>a text and two to six choices</source>
        <translation>ein Text und zwei bis sechs Antworten</translation>
    </message>
    <message>
        <source>choice %1 of the question of the page &apos;%2&apos; is empty</source>
        <translation>Antwort %1 der Frage der Seite „%2“ ist leer</translation>
    </message>
    <message>
        <source>the answer of the page &apos;%1&apos; is choice %2</source>
        <translation>die Lösung der Seite „%1“ ist Antwort %2</translation>
    </message>
    <message>
        <source>%1 is in the unknown language &apos;%2&apos;</source>
        <translation>%1 ist in der unbekannten Sprache „%2“</translation>
    </message>
    <message>
        <source>%1 in the language &apos;%2&apos; is %3</source>
        <translation>%1 in der Sprache „%2“ ist %3</translation>
    </message>
    <message>
        <source>this session has no pages to present</source>
        <translation>diese Sitzung hat keine Seiten zum Vorführen</translation>
    </message>
    <message>
        <source>a lesson, whose steps carry pages</source>
        <translation>eine Lektion, deren Schritte Seiten tragen</translation>
    </message>
    <message>
        <source>this figure was exported without its session</source>
        <translation>diese Abbildung wurde ohne ihre Sitzung exportiert</translation>
    </message>
    <message>
        <source>one exported with it, or a .morph file</source>
        <translation>eine damit exportierte oder eine .morph-Datei</translation>
    </message>
    <message>
        <source>this is no figure</source>
        <translation>das ist keine Abbildung</translation>
    </message>
    <message>
        <source>SVG, PDF or PNG</source>
        <translation>SVG, PDF oder PNG</translation>
    </message>
    <message>
        <source>the document begins with &lt;%1&gt;</source>
        <translation>das Dokument beginnt mit &lt;%1&gt;</translation>
    </message>
    <message>
        <source>the document is damaged or ends too early</source>
        <translation>das Dokument ist beschädigt oder endet zu früh</translation>
    </message>
    <message>
        <source>well-formed XML</source>
        <translation>wohlgeformtes XML</translation>
    </message>
    <message>
        <source>a PDF with its cross-reference table</source>
        <translation>ein PDF mit seiner Querverweistabelle</translation>
    </message>
    <message>
        <source>the metadata end too early</source>
        <translation>die Metadaten enden zu früh</translation>
    </message>
    <message>
        <source>an XMP packet</source>
        <translation>ein XMP-Paket</translation>
    </message>
    <message>
        <source>the picture cannot be packed as PNG</source>
        <translation>das Bild lässt sich nicht als PNG packen</translation>
    </message>
    <message>
        <source>the ending &apos;%1&apos; is not a figure format</source>
        <translation>die Endung „%1“ ist kein Abbildungsformat</translation>
    </message>
    <message>
        <source>.svg, .pdf or .png</source>
        <translation>.svg, .pdf oder .png</translation>
    </message>
    <message>
        <source>the ending &apos;%1&apos; is not one of numbers</source>
        <translation>die Endung „%1“ ist keine für Zahlen</translation>
    </message>
    <message>
        <source>.csv or .json</source>
        <translation>.csv oder .json</translation>
    </message>
    <message>
        <source>the picture would have %1 pixels</source>
        <translation>das Bild hätte %1 Pixel</translation>
    </message>
    <message>
        <source>at most %1 on a side and %2 million in all</source>
        <translation>höchstens %1 je Seite und %2 Millionen insgesamt</translation>
    </message>
    <message>
        <source>there is no memory for a picture of %1 pixels</source>
        <translation>der Speicher reicht nicht für ein Bild von %1 Pixeln</translation>
    </message>
    <message>
        <source>a figure of this size cannot be</source>
        <translation>eine Abbildung dieser Größe ist nicht möglich</translation>
    </message>
    <message>
        <source>1 to 5000 mm on each side</source>
        <translation>1 bis 5000 mm je Seite</translation>
    </message>
    <message>
        <source>the text cannot be unpacked: no memory</source>
        <translation>der Text lässt sich nicht entpacken: kein Speicher</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>der Text ist zu lang</translation>
    </message>
    <message>
        <source>the packed text is damaged</source>
        <translation>der gepackte Text ist beschädigt</translation>
    </message>
    <message>
        <source>whole deflate data</source>
        <translation>vollständige Deflate-Daten</translation>
    </message>
    <message>
        <source>a text chunk has no end of a field</source>
        <translation>einem Textblock fehlt das Ende eines Felds</translation>
    </message>
    <message>
        <source>a zero byte</source>
        <translation>ein Nullbyte</translation>
    </message>
    <message>
        <source>the text is packed in an unknown way</source>
        <translation>der Text ist auf unbekannte Weise gepackt</translation>
    </message>
    <message>
        <source>a text chunk ends too early</source>
        <translation>ein Textblock endet zu früh</translation>
    </message>
    <message>
        <source>a flag and a method</source>
        <translation>ein Kennzeichen und eine Methode</translation>
    </message>
    <message>
        <source>this is no PNG</source>
        <translation>das ist kein PNG</translation>
    </message>
    <message>
        <source>the eight bytes that every PNG begins with</source>
        <translation>die acht Bytes, mit denen jedes PNG beginnt</translation>
    </message>
    <message>
        <source>a chunk</source>
        <translation>ein Block</translation>
    </message>
    <message>
        <source>a chunk of %1 bytes is longer than the file</source>
        <translation>ein Block von %1 Bytes ist länger als die Datei</translation>
    </message>
    <message>
        <source>the checksum of a chunk is wrong</source>
        <translation>die Prüfsumme eines Blocks ist falsch</translation>
    </message>
    <message>
        <source>an undamaged file</source>
        <translation>eine unbeschädigte Datei</translation>
    </message>
    <message>
        <source>Wilson</source>
        <translation>Wilson</translation>
    </message>
    <message>
        <source>Wilson over font families, which all agree</source>
        <translation>Wilson über Schriftfamilien, die alle übereinstimmen</translation>
    </message>
    <message>
        <source>cluster bootstrap by font family</source>
        <translation>Cluster-Bootstrap nach Schriftfamilie</translation>
    </message>
    <message>
        <source>Bonett and Price</source>
        <translation>Bonett und Price</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>62 letters and digits in unseen fonts, a residual network whose width and depth morph</source>
        <translation>62 Buchstaben und Ziffern in ungesehenen Schriften, ein Residualnetz, dessen Breite und Tiefe sich wandeln</translation>
    </message>
    <message>
        <source>62 letters and digits in unseen fonts, a small convolutional network whose width morphs</source>
        <translation>62 Buchstaben und Ziffern in ungesehenen Schriften, ein kleines Faltungsnetz, dessen Breite sich wandelt</translation>
    </message>
    <message>
        <source>handwritten digits, a small convolutional network whose width morphs</source>
        <translation>handgeschriebene Ziffern, ein kleines Faltungsnetz, dessen Breite sich wandelt</translation>
    </message>
    <message>
        <source>there is no tensor in it</source>
        <translation>es ist kein Tensor darin</translation>
    </message>
    <message>
        <source>another tensor has the same place</source>
        <translation>ein anderer Tensor hat denselben Platz</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>has a shape that no such network has</source>
        <translation>hat eine Form, die kein solches Netz hat</translation>
    </message>
    <message>
        <source>the network has %1 stages of blocks</source>
        <translation>das Netz hat %1 Stufen aus Blöcken</translation>
    </message>
    <message>
        <source>three, as a CIFAR ResNet has them (layer1, layer2, layer3)</source>
        <translation>drei, wie ein CIFAR-ResNet sie hat (layer1, layer2, layer3)</translation>
    </message>
    <message>
        <source>a projection where the width changes; a shortcut that pads channels with zeros ties the orders of two stages to each other</source>
        <translation>eine Projektion, wo sich die Breite ändert; eine Abkürzung, die Kanäle mit Nullen auffüllt, bindet die Reihenfolgen zweier Stufen aneinander</translation>
    </message>
    <message>
        <source>input_mean and input_deviation do not fit the network</source>
        <translation>input_mean und input_deviation passen nicht zum Netz</translation>
    </message>
    <message>
        <source>a number for each of its %1 image channels</source>
        <translation>eine Zahl für jeden der %1 Bildkanäle</translation>
    </message>
    <message>
        <source>has the shape %1</source>
        <translation>hat die Form %1</translation>
    </message>
    <message>
        <source>holds numbers that are not finite</source>
        <translation>enthält nicht endliche Zahlen</translation>
    </message>
    <message>
        <source>trained weights</source>
        <translation>trainierte Gewichte</translation>
    </message>
    <message>
        <source>holds a variance below 0</source>
        <translation>enthält eine Varianz unter 0</translation>
    </message>
    <message>
        <source>a running variance</source>
        <translation>eine laufende Varianz</translation>
    </message>
    <message>
        <source>has no place in %1</source>
        <translation>hat keinen Platz in %1</translation>
    </message>
    <message>
        <source>a LeNet (conv1, conv2, conv3, fc) or a CIFAR ResNet (conv1, bn1, layer1.0.conv1 ... fc)</source>
        <translation>ein LeNet (conv1, conv2, conv3, fc) oder ein CIFAR-ResNet (conv1, bn1, layer1.0.conv1 ... fc)</translation>
    </message>
    <message>
        <source>stem and %1</source>
        <translation>Stamm und %1</translation>
    </message>
    <message>
        <source>unknown order &apos;%1&apos;</source>
        <translation>unbekannte Reihenfolge „%1“</translation>
    </message>
    <message>
        <source>distances between %1 channels</source>
        <translation>Abstände zwischen %1 Kanälen</translation>
    </message>
    <message>
        <source>a disk with room for the file, which was left as it was</source>
        <translation>ein Datenträger mit Platz für die Datei, die unverändert blieb</translation>
    </message>
    <message>
        <source>the axis &apos;%1&apos; of a landscape</source>
        <translation>die Achse „%1“ einer Landschaft</translation>
    </message>
    <message>
        <source>both axes of the landscape are &apos;%1&apos;</source>
        <translation>beide Achsen der Landschaft sind „%1“</translation>
    </message>
    <message>
        <source>two different ones</source>
        <translation>zwei verschiedene</translation>
    </message>
    <message>
        <source>networks of two families have no layers in common</source>
        <translation>Netze zweier Familien haben keine gemeinsamen Schichten</translation>
    </message>
    <message>
        <source>one family</source>
        <translation>eine Familie</translation>
    </message>
    <message>
        <source>features of %1 images do not fit</source>
        <translation>die Merkmale von %1 Bildern passen nicht</translation>
    </message>
    <message>
        <source>n x columns of at least 4 images</source>
        <translation>n x Spalten von mindestens 4 Bildern</translation>
    </message>
    <message>
        <source>there is no network to compare</source>
        <translation>es gibt kein Netz zum Vergleichen</translation>
    </message>
    <message>
        <source>one or more</source>
        <translation>eines oder mehrere</translation>
    </message>
    <message>
        <source>similarity of %1 images in batches of %2</source>
        <translation>Ähnlichkeit von %1 Bildern in Batches zu %2</translation>
    </message>
    <message>
        <source>four or more of both</source>
        <translation>jeweils vier oder mehr</translation>
    </message>
    <message>
        <source>similarity of %1 sizes in batches of %2 images takes %3 MiB</source>
        <translation>die Ähnlichkeit von %1 Größen in Batches zu %2 Bildern braucht %3 MiB</translation>
    </message>
    <message>
        <source>at most 1024: fewer sizes or images</source>
        <translation>höchstens 1024: weniger Größen oder Bilder</translation>
    </message>
    <message>
        <source>this is no record of a search of this version</source>
        <translation>das ist kein Protokoll einer Suche dieser Version</translation>
    </message>
    <message>
        <source>kind &apos;%1&apos; and version %2</source>
        <translation>Art „%1“ und Version %2</translation>
    </message>
    <message>
        <source>the record is of a search with another %1</source>
        <translation>das Protokoll gehört zu einer Suche mit anderer Angabe: %1</translation>
    </message>
    <message>
        <source>a file of the same search, or one that does not exist yet</source>
        <translation>eine Datei derselben Suche oder eine, die es noch nicht gibt</translation>
    </message>
    <message>
        <source>a picture of %1 pixels shows no letter</source>
        <translation>ein Bild von %1 Pixeln zeigt keinen Buchstaben</translation>
    </message>
    <message>
        <source>at least 4 x 4</source>
        <translation>mindestens 4 x 4</translation>
    </message>
    <message>
        <source>has %1 million pixels; at most 64 million are read</source>
        <translation>hat %1 Millionen Pixel; höchstens 64 Millionen werden gelesen</translation>
    </message>
    <message>
        <source>no letter stands out from the paper (ink and paper differ by %1 of 255)</source>
        <translation>kein Buchstabe hebt sich vom Papier ab (Tinte und Papier unterscheiden sich um %1 von 255)</translation>
    </message>
    <message>
        <source>one dark letter on bright paper, or the other way round</source>
        <translation>ein dunkler Buchstabe auf hellem Papier oder umgekehrt</translation>
    </message>
    <message>
        <source>ink covers %1 % of the picture</source>
        <translation>Tinte bedeckt %1 % des Bildes</translation>
    </message>
    <message>
        <source>one letter with some paper around it</source>
        <translation>ein Buchstabe mit etwas Papier ringsum</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no letter of the data set</source>
        <translation>„%1“ ist kein Buchstabe des Datensatzes</translation>
    </message>
    <message>
        <source>one of A to Z, a to z, 0 to 9</source>
        <translation>einer von A bis Z, a bis z, 0 bis 9</translation>
    </message>
    <message>
        <source>there is no ink to place</source>
        <translation>es gibt keine Tinte, die gesetzt werden könnte</translation>
    </message>
    <message>
        <source>FreeType cannot be started</source>
        <translation>FreeType lässt sich nicht starten</translation>
    </message>
    <message>
        <source>cannot be read as a font</source>
        <translation>lässt sich nicht als Schrift lesen</translation>
    </message>
    <message>
        <source>has no family name</source>
        <translation>hat keinen Familiennamen</translation>
    </message>
    <message>
        <source>has no outlines</source>
        <translation>hat keine Umrisse</translation>
    </message>
    <message>
        <source>has no Unicode character map</source>
        <translation>hat keine Unicode-Zeichentabelle</translation>
    </message>
    <message>
        <source>does not fit the cell</source>
        <translation>passt nicht in die Zelle</translation>
    </message>
    <message>
        <source>has no outline for &apos;%1&apos;</source>
        <translation>hat keinen Umriss für „%1“</translation>
    </message>
    <message>
        <source>draws nothing for &apos;%1&apos;</source>
        <translation>zeichnet nichts für „%1“</translation>
    </message>
    <message>
        <source>has an H that does not stand on the baseline</source>
        <translation>hat ein H, das nicht auf der Grundlinie steht</translation>
    </message>
    <message>
        <source>does not classify the characters of Glyphs</source>
        <translation>klassifiziert nicht die Zeichen von Glyphs</translation>
    </message>
    <message>
        <source>a manifold trained on Glyphs</source>
        <translation>eine auf Glyphs trainierte Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>letters are read a face at a time</source>
        <translation>Buchstaben werden je Schriftschnitt gelesen</translation>
    </message>
    <message>
        <source>52 pictures of 28 x 28 bytes each</source>
        <translation>52 Bilder von je 28 x 28 Byte</translation>
    </message>
    <message>
        <source>the start noise has a deviation of 0 to 1, not %1</source>
        <translation>das Anfangsrauschen hat eine Abweichung von 0 bis 1, nicht %1</translation>
    </message>
    <message>
        <source>letters are drawn in 1 to %1 steps, not %2</source>
        <translation>Buchstaben werden in 1 bis %1 Schritten gezeichnet, nicht %2</translation>
    </message>
    <message>
        <source>there is no letter %1</source>
        <translation>es gibt keinen Buchstaben %1</translation>
    </message>
    <message>
        <source>%1 coefficients</source>
        <translation>%1 Koeffizienten</translation>
    </message>
    <message>
        <source>a model has %1 weights</source>
        <translation>ein Modell hat %1 Gewichte</translation>
    </message>
    <message>
        <source>a zoo of independent starts takes no further member</source>
        <translation>ein Zoo mit unabhängigen Startwerten nimmt kein weiteres Mitglied auf</translation>
    </message>
    <message>
        <source>an inversion needs at least one letter</source>
        <translation>eine Inversion braucht mindestens einen Buchstaben</translation>
    </message>
    <message>
        <source>letters of unlike number cannot be compared</source>
        <translation>ungleich viele Buchstaben lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>letters of %1 bytes</source>
        <translation>Buchstaben von %1 Byte</translation>
    </message>
    <message>
        <source>whole alphabets of 52 x 784</source>
        <translation>ganze Alphabete von 52 x 784</translation>
    </message>
    <message>
        <source>no zoo is open</source>
        <translation>es ist kein Zoo geöffnet</translation>
    </message>
    <message>
        <source>OpenZoo before this action</source>
        <translation>OpenZoo vor dieser Aktion</translation>
    </message>
    <message>
        <source>the unknown direction &apos;%1&apos;</source>
        <translation>die unbekannte Richtung &apos;%1&apos;</translation>
    </message>
    <message>
        <source>the push along %1 %2 is not possible</source>
        <translation>die Verschiebung entlang %1 um %2 ist nicht möglich</translation>
    </message>
    <message>
        <source>samples cannot be drawn by &apos;%1&apos;</source>
        <translation>Stichproben lassen sich nicht nach &apos;%1&apos; ziehen</translation>
    </message>
    <message>
        <source>independent, covariance or bounded</source>
        <translation>independent, covariance oder bounded</translation>
    </message>
    <message>
        <source>a coefficient is not finite</source>
        <translation>ein Koeffizient ist nicht endlich</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>a place of the kind &apos;%1&apos; has a field of another kind</source>
        <translation>ein Ort der Art &apos;%1&apos; hat ein Feld einer anderen Art</translation>
    </message>
    <message>
        <source>only its own</source>
        <translation>nur seine eigenen</translation>
    </message>
    <message>
        <source>the name of a place is too long</source>
        <translation>der Name eines Ortes ist zu lang</translation>
    </message>
    <message>
        <source>at most 240 bytes</source>
        <translation>höchstens 240 Byte</translation>
    </message>
    <message>
        <source>the file &apos;%1&apos; of the zoo</source>
        <translation>die Datei &apos;%1&apos; des Zoos</translation>
    </message>
    <message>
        <source>the direction &apos;%1&apos; cannot be independent of itself</source>
        <translation>die Richtung &apos;%1&apos; kann nicht von sich selbst unabhängig sein</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>the group &apos;%1&apos; is none</source>
        <translation>die Gruppe &apos;%1&apos; gibt es nicht</translation>
    </message>
    <message>
        <source>A or B</source>
        <translation>A oder B</translation>
    </message>
    <message>
        <source>a direction named &apos;%1&apos;</source>
        <translation>eine Richtung namens &apos;%1&apos;</translation>
    </message>
    <message>
        <source>a name of 1 to %1 bytes</source>
        <translation>ein Name von 1 bis %1 Byte</translation>
    </message>
    <message>
        <source>there is a direction &apos;%1&apos; already</source>
        <translation>es gibt schon eine Richtung &apos;%1&apos;</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>ein anderer Name</translation>
    </message>
    <message>
        <source>the direction &apos;%1&apos; goes from %2 members to %3</source>
        <translation>die Richtung &apos;%1&apos; führt von %2 Mitgliedern zu %3</translation>
    </message>
    <message>
        <source>at least one in each group</source>
        <translation>mindestens eines in jeder Gruppe</translation>
    </message>
    <message>
        <source>member %1 is in both groups of &apos;%2&apos;</source>
        <translation>Mitglied %1 ist in beiden Gruppen von &apos;%2&apos;</translation>
    </message>
    <message>
        <source>groups without a common member</source>
        <translation>Gruppen ohne gemeinsames Mitglied</translation>
    </message>
    <message>
        <source>no direction &apos;%1&apos; was made</source>
        <translation>keine Richtung &apos;%1&apos; wurde angelegt</translation>
    </message>
    <message>
        <source>one of %1 that is no measured attribute</source>
        <translation>eine von %1, die kein gemessenes Merkmal ist</translation>
    </message>
    <message>
        <source>the word &apos;%1&apos; cannot be drawn</source>
        <translation>das Wort &apos;%1&apos; lässt sich nicht zeichnen</translation>
    </message>
    <message>
        <source>1 to %1 letters A to Z, a to z and spaces</source>
        <translation>1 bis %1 Buchstaben A bis Z, a bis z und Leerzeichen</translation>
    </message>
    <message>
        <source>PinModel before SwapModels</source>
        <translation>PinModel vor SwapModels</translation>
    </message>
    <message>
        <source>the place has the unknown kind &apos;%1&apos;</source>
        <translation>der Ort hat die unbekannte Art &apos;%1&apos;</translation>
    </message>
    <message>
        <source>mean, member, sample, path or found</source>
        <translation>mean, member, sample, path oder found</translation>
    </message>
    <message>
        <source>there is no member %1</source>
        <translation>es gibt kein Mitglied %1</translation>
    </message>
    <message>
        <source>the zoo has no attribute &apos;%1&apos;</source>
        <translation>der Zoo hat kein Merkmal &apos;%1&apos;</translation>
    </message>
    <message>
        <source>one that is measured</source>
        <translation>ein gemessenes</translation>
    </message>
    <message>
        <source>a place has %1 coefficients</source>
        <translation>ein Ort hat %1 Koeffizienten</translation>
    </message>
    <message>
        <source>the zoo %1 of this session is missing</source>
        <translation>der Zoo %1 dieser Sitzung fehlt</translation>
    </message>
    <message>
        <source>the zoo %1 of this session is not to be found</source>
        <translation>der Zoo %1 dieser Sitzung ist nicht zu finden</translation>
    </message>
    <message>
        <source>the zoo %1 is not the one this session was made with</source>
        <translation>der Zoo %1 ist nicht der, mit dem diese Sitzung entstand</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>Mitglied %1</translation>
    </message>
    <message>
        <source>the share of a path %1</source>
        <translation>der Anteil eines Weges %1</translation>
    </message>
    <message>
        <source>the spread %1</source>
        <translation>die Streuung %1</translation>
    </message>
    <message>
        <source>the number of components %1</source>
        <translation>die Zahl der Komponenten %1</translation>
    </message>
    <message>
        <source>the number of coefficients %1</source>
        <translation>die Zahl der Koeffizienten %1</translation>
    </message>
    <message>
        <source>the number of members %1</source>
        <translation>die Zahl der Mitglieder %1</translation>
    </message>
    <message>
        <source>the time step of the injection %1</source>
        <translation>der Zeitschritt des Einsetzens %1</translation>
    </message>
    <message>
        <source>holds no face</source>
        <translation>enthält keinen Schriftschnitt</translation>
    </message>
    <message>
        <source>a font with the letters A to Z and a to z</source>
        <translation>eine Schrift mit den Buchstaben A bis Z und a bis z</translation>
    </message>
    <message>
        <source>this is no order experiment of a version that is known</source>
        <translation>das ist kein Experiment zur Reihenfolge in einer bekannten Version</translation>
    </message>
    <message>
        <source>the file holds something else than when it was opened</source>
        <translation>die Datei enthält etwas anderes als beim Öffnen</translation>
    </message>
    <message>
        <source>a manifold of this session is in no file</source>
        <translation>eine Mannigfaltigkeit dieser Sitzung steht in keiner Datei</translation>
    </message>
    <message>
        <source>a .manifold, .zoo or .safetensors file, which starts with its header&apos;s length</source>
        <translation>eine .manifold-, .zoo- oder .safetensors-Datei, die mit der Länge ihres Kopfs beginnt</translation>
    </message>
    <message>
        <source>%1 or another one of the actions that docs/formats.md lists</source>
        <translation>%1 oder eine andere der Aktionen, die docs/formats.md aufzählt</translation>
    </message>
    <message>
        <source>the hash &apos;%1&apos; of the manifold is no SHA-256</source>
        <translation>der Hash „%1“ der Mannigfaltigkeit ist kein SHA-256</translation>
    </message>
    <message>
        <source>the hash &apos;%1&apos; of the zoo is no SHA-256</source>
        <translation>der Hash „%1“ des Zoos ist kein SHA-256</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 Hexadezimalziffern</translation>
    </message>
</context>
<context>
    <name>morphospace::DirectionSlider</name>
    <message>
        <source>De-bias</source>
        <translation>Entzerren</translation>
    </message>
    <message>
        <source>Takes out of this direction what it shares with the others, so that they change less when it is moved</source>
        <translation>Nimmt aus dieser Richtung heraus, was sie mit den anderen gemein hat, damit sich diese weniger ändern, wenn sie bewegt wird</translation>
    </message>
    <message>
        <source>Slider for %1</source>
        <translation>Regler für %1</translation>
    </message>
    <message>
        <source>How far the model is moved along %1, in standard deviations. The band is the useful range, ticks under the track the extremes of the members, the triangle A. Alt leaves the rest at zero; the key 0 goes back to it.</source>
        <translation>Wie weit das Modell entlang %1 bewegt ist, in Standardabweichungen. Das Band ist der brauchbare Bereich, Striche unter der Spur die Extreme der Mitglieder, das Dreieck A. Mit Alt hält die Null den Griff nicht fest; die Taste 0 geht zu ihr zurück.</translation>
    </message>
    <message>
        <source>Amount of %1</source>
        <translation>Betrag von %1</translation>
    </message>
    <message>
        <source>The same amount, to be typed, in standard deviations</source>
        <translation>Derselbe Betrag zum Eintippen, in Standardabweichungen</translation>
    </message>
    <message>
        <source>Back to zero: %1</source>
        <translation>Zurück auf null: %1</translation>
    </message>
    <message>
        <source>Takes this direction back to zero</source>
        <translation>Nimmt diese Richtung auf null zurück</translation>
    </message>
    <message>
        <source>De-bias %1</source>
        <translation>%1 entzerren</translation>
    </message>
    <message>
        <source>%1 %2 σ</source>
        <translation>%1 %2 σ</translation>
    </message>
    <message>
        <source>A: %1 σ</source>
        <translation>A: %1 σ</translation>
    </message>
    <message>
        <source>members from %1 to %2 σ</source>
        <translation>Mitglieder von %1 bis %2 σ</translation>
    </message>
    <message>
        <source>useful from %1 to %2 σ</source>
        <translation>brauchbar von %1 bis %2 σ</translation>
    </message>
    <message>
        <source>an arrow under the track: members beyond the slider&apos;s end</source>
        <translation>ein Pfeil unter der Spur: Mitglieder jenseits des Reglerendes</translation>
    </message>
</context>
<context>
    <name>morphospace::EntanglementMatrix</name>
    <message>
        <source>Entanglement of directions</source>
        <translation>Verschränkung der Richtungen</translation>
    </message>
    <message>
        <source>Cosines between directions: how far moving along one is moving along another. Arrows read the cells</source>
        <translation>Kosinus zwischen Richtungen: wie weit eine Bewegung entlang der einen auch eine entlang der anderen ist. Pfeiltasten lesen die Zellen</translation>
    </message>
</context>
<context>
    <name>morphospace::ExperimentView</name>
    <message>
        <source>Network and method</source>
        <translation>Netz und Verfahren</translation>
    </message>
    <message>
        <source>Of which recorded manifolds the accuracies are</source>
        <translation>Von welchen aufgezeichneten Mannigfaltigkeiten die Genauigkeiten sind</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Difference from random</source>
        <translation>Unterschied zu zufällig</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>Was die Kurven zeigen</translation>
    </message>
    <message>
        <source>Accuracy itself, or how much more it is than that of a random order on the same base</source>
        <translation>Die Genauigkeit selbst, oder um wie viel sie über der einer zufälligen Reihenfolge auf demselben Basisnetz liegt</translation>
    </message>
    <message>
        <source>Numbers of the experiment</source>
        <translation>Zahlen des Experiments</translation>
    </message>
    <message>
        <source>Means over the seeds by size and order</source>
        <translation>Mittelwerte über die Startwerte nach Größe und Reihenfolge</translation>
    </message>
    <message>
        <source>The recorded experiment holds no measurements.</source>
        <translation>Das aufgezeichnete Experiment enthält keine Messungen.</translation>
    </message>
    <message>
        <source>Recorded. Dots are seeds, bars 95 % intervals of the means by Student&apos;s t; an arrow says that one goes on.</source>
        <translation>Aufgezeichnet. Punkte sind Startwerte, Balken 95-%-Intervalle der Mittelwerte nach Student; ein Pfeil sagt, dass eines weitergeht.</translation>
    </message>
</context>
<context>
    <name>morphospace::Figure</name>
    <message>
        <source>A page of a lesson in Morphospace.</source>
        <translation>Eine Seite einer Lektion in Morphospace.</translation>
    </message>
    <message>
        <source>The window of Morphospace.</source>
        <translation>Das Fenster von Morphospace.</translation>
    </message>
</context>
<context>
    <name>morphospace::FigureDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The place the figure is for; text has the size that suits it</source>
        <translation>Wofür die Abbildung ist; der Text hat die passende Größe</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the page in millimetres</source>
        <translation>Breite der Seite in Millimetern</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height of the page in millimetres</source>
        <translation>Höhe der Seite in Millimetern</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Size of the text in points; marks and lines grow with it</source>
        <translation>Größe des Textes in Punkt; Marken und Linien wachsen mit</translation>
    </message>
    <message>
        <source>PDF: vectors, text can be searched</source>
        <translation>PDF: Vektoren, Text durchsuchbar</translation>
    </message>
    <message>
        <source>SVG: vectors, text as outlines</source>
        <translation>SVG: Vektoren, Text als Umrisse</translation>
    </message>
    <message>
        <source>PNG: pixels</source>
        <translation>PNG: Pixel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind of the file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source> dots an inch</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Dots an inch of a PNG and of the picture on the clipboard</source>
        <translation>Punkte je Zoll einer PNG-Datei und des Bildes in der Zwischenablage</translation>
    </message>
    <message>
        <source>the session: the file opens as it</source>
        <translation>die Sitzung: Die Datei lässt sich als diese öffnen</translation>
    </message>
    <message>
        <source>where the numbers come from</source>
        <translation>woher die Zahlen stammen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Enclosed</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>What the file says of its making, in its own metadata: version, hashes, configuration and seed, with or without the session; never a name or a folder of yours</source>
        <translation>Was die Datei in ihren Metadaten über ihre Entstehung sagt: Version, Prüfsummen, Konfiguration und Startwert, mit oder ohne Sitzung; nie ein eigener Name oder Ordner</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Asks for a file and writes the figure</source>
        <translation>Fragt nach einer Datei und schreibt die Abbildung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>Abbildung kopieren</translation>
    </message>
    <message>
        <source>Puts the figure on the clipboard, as a picture and as SVG</source>
        <translation>Legt die Abbildung als Bild und als SVG in die Zwischenablage</translation>
    </message>
    <message>
        <source>Numbers…</source>
        <translation>Zahlen …</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>Zahlen exportieren</translation>
    </message>
    <message>
        <source>Writes the numbers behind this figure as CSV or JSON</source>
        <translation>Schreibt die Zahlen hinter dieser Abbildung als CSV oder JSON</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this window</source>
        <translation>Schließt dieses Fenster</translation>
    </message>
    <message>
        <source>%1 × %2 pixels at this resolution.</source>
        <translation>%1 × %2 Pixel bei dieser Auflösung.</translation>
    </message>
    <message>
        <source>Not all text fits: make the figure larger or its text smaller (%1).</source>
        <translation>Nicht aller Text passt: die Abbildung größer oder ihren Text kleiner machen (%1).</translation>
    </message>
    <message>
        <source>%1 (*%2)</source>
        <translation>%1 (*%2)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Copying the figure</source>
        <translation>Abbildung wird kopiert</translation>
    </message>
    <message>
        <source>The figure is on the clipboard</source>
        <translation>Die Abbildung ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>State of the export</source>
        <translation>Stand des Exports</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und andere</translation>
    </message>
    <message>
        <source>Vectors, sharp at any size; the resolution is that of a copy and of pictures inside.</source>
        <translation>Vektoren, in jeder Größe scharf; die Auflösung gilt für Kopien und für Bilder darin.</translation>
    </message>
    <message>
        <source>A picture may have %1 million pixels.</source>
        <translation>Ein Bild darf %1 Millionen Pixel haben.</translation>
    </message>
</context>
<context>
    <name>morphospace::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>Vorschau der Abbildung</translation>
    </message>
    <message>
        <source>The figure on its page, as it will be written</source>
        <translation>Die Abbildung auf ihrer Seite, wie sie geschrieben wird</translation>
    </message>
</context>
<context>
    <name>morphospace::FrozenColumnTable</name>
    <message>
        <source>First column</source>
        <translation>Erste Spalte</translation>
    </message>
    <message>
        <source>Stays in sight while the others scroll</source>
        <translation>Bleibt im Blick, während die anderen scrollen</translation>
    </message>
</context>
<context>
    <name>morphospace::HeatMapView</name>
    <message>
        <source>Arrows move the place that is read, plus and minus zoom, Home shows all</source>
        <translation>Pfeiltasten bewegen die gelesene Stelle, Plus und Minus zoomen, Pos1 zeigt alles</translation>
    </message>
    <message>
        <source>Point at an entry to read it; wheel to zoom, drag to move, double-click to see all</source>
        <translation>Auf einen Eintrag zeigen, um ihn zu lesen; das Mausrad zoomt, Ziehen verschiebt, Doppelklick zeigt alles</translation>
    </message>
</context>
<context>
    <name>morphospace::ImageStrip</name>
    <message>
        <source>Test images and predictions</source>
        <translation>Testbilder und Vorhersagen</translation>
    </message>
    <message>
        <source>Test images with the predicted class and its probability; choose one with the mouse or the arrow keys to see it enter the network</source>
        <translation>Testbilder mit der vorhergesagten Klasse und ihrer Wahrscheinlichkeit; mit Maus oder Pfeiltasten eines wählen, um es ins Netz gehen zu sehen</translation>
    </message>
    <message>
        <source>a test image of %1</source>
        <translation>ein Testbild von %1</translation>
    </message>
    <message>
        <source>; %1 says %2, %3 (%4)</source>
        <translation>; %1 sagt %2, %3 (%4)</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>%1 of %2 images right</source>
        <translation>%1 von %2 Bildern richtig</translation>
    </message>
</context>
<context>
    <name>morphospace::InspectorPanel</name>
    <message>
        <source>The current sample</source>
        <translation>Das aktuelle Netz</translation>
    </message>
    <message>
        <source>The pinned sample</source>
        <translation>Das angeheftete Netz</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Channels and blocks of the stages</source>
        <translation>Kanäle und Blöcke der Stufen</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Percent of the test images measured so far; &quot;recorded&quot;: when the manifold was trained, because there are no test images here</source>
        <translation>Prozent der bisher gemessenen Testbilder; „aufgezeichnet“: beim Training der Mannigfaltigkeit, weil es hier keine Testbilder gibt</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Weights and biases of the standalone network</source>
        <translation>Gewichte und Biases des eigenständigen Netzes</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Multiply-accumulates for one image</source>
        <translation>Multiplikationen mit Addition (MACs) für ein Bild</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Weights and biases as 32-bit floats</source>
        <translation>Gewichte und Biases als 32-Bit-Gleitkommazahlen</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>1 − parameters / parameters at full size, in percent</source>
        <translation>1 − Parameter / Parameter bei voller Größe, in Prozent</translation>
    </message>
    <message>
        <source>in MACs</source>
        <translation>in MACs</translation>
    </message>
    <message>
        <source>1 − MACs / MACs at full size, in percent</source>
        <translation>1 − MACs / MACs bei voller Größe, in Prozent</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Measured time for one image: batch 1, one thread, median after warm-up</source>
        <translation>Gemessene Zeit für ein Bild: Batch 1, ein Thread, Median nach dem Aufwärmen</translation>
    </message>
    <message>
        <source>What generates the weights, and its own size beside the network&apos;s</source>
        <translation>Was die Gewichte erzeugt, und seine eigene Größe neben der des Netzes</translation>
    </message>
    <message>
        <source>%1 of B</source>
        <translation>%1 von B</translation>
    </message>
    <message>
        <source>%1 of A</source>
        <translation>%1 von A</translation>
    </message>
    <message>
        <source>No manifold open</source>
        <translation>Keine Mannigfaltigkeit offen</translation>
    </message>
    <message>
        <source>generator: %1, %2 parameters of its own (%3), beside %4 of the network at full size</source>
        <translation>Generator: %1, %2 eigene Parameter (%3), gegenüber %4 des Netzes bei voller Größe</translation>
    </message>
    <message>
        <source>%1
recorded</source>
        <translation>%1
aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>morphospace::InteractionPlayer</name>
    <message>
        <source>the window did not come to rest</source>
        <translation>das Fenster kam nicht zur Ruhe</translation>
    </message>
    <message>
        <source>event %1: the widget %2 is not there, or cannot be used</source>
        <translation>Ereignis %1: Das Bedienelement %2 ist nicht da oder nicht bedienbar</translation>
    </message>
    <message>
        <source>the interaction does not play as it was recorded: %1</source>
        <translation>die Bedienung läuft nicht wie aufgezeichnet ab: %1</translation>
    </message>
</context>
<context>
    <name>morphospace::InvertDialog</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Takes back the last stroke or picture</source>
        <translation>Nimmt den letzten Strich oder das letzte Bild zurück</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Brings back what was taken back</source>
        <translation>Stellt wieder her, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Find a model by letters</source>
        <translation>Modell nach Buchstaben suchen</translation>
    </message>
    <message>
        <source>Find the model</source>
        <translation>Modell suchen</translation>
    </message>
    <message>
        <source>Looks in the weight space for the model that draws these letters, and has it draw all others</source>
        <translation>Sucht im Gewichtsraum das Modell, das diese Buchstaben zeichnet, und lässt es alle anderen zeichnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Closes this window; nothing is looked for</source>
        <translation>Schließt dieses Fenster; gesucht wird nichts</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Buchstabe</translation>
    </message>
    <message>
        <source>Which letter this is</source>
        <translation>Welcher Buchstabe das ist</translation>
    </message>
    <message>
        <source>The letter that the sheet shows: A to Z or a to z</source>
        <translation>Der Buchstabe, den das Blatt zeigt: A bis Z oder a bis z</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>Breite des Stifts</translation>
    </message>
    <message>
        <source>How thick lines are, from a hair to a poster</source>
        <translation>Wie dick Linien sind, vom Haarstrich bis zum Plakat</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>The pen takes ink away; the right button always does</source>
        <translation>Der Stift nimmt Tinte weg; die rechte Taste tut es immer</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empties the sheet of this letter</source>
        <translation>Leert das Blatt dieses Buchstabens</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Bild öffnen …</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>A photograph or scan of one letter: it is cut out and placed as the letter that is chosen; pictures can be dropped here as well</source>
        <translation>Foto oder Scan eines Buchstabens: er wird ausgeschnitten und als der gewählte Buchstabe gesetzt; Bilder lassen sich auch hierher ziehen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Takes the picture that is on the clipboard</source>
        <translation>Nimmt das Bild aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>Of the height that this letter usually has, in percent</source>
        <translation>Der üblichen Höhe dieses Buchstabens, in Prozent</translation>
    </message>
    <message>
        <source>Height of the picture over the base line</source>
        <translation>Höhe des Bildes über der Grundlinie</translation>
    </message>
    <message>
        <source>Moves the picture up or down, in pixels of the 28 x 28</source>
        <translation>Schiebt das Bild nach oben oder unten, in Pixeln von 28 x 28</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>Font file…</source>
        <translation>Schriftdatei …</translation>
    </message>
    <message>
        <source>Font file</source>
        <translation>Schriftdatei</translation>
    </message>
    <message>
        <source>Takes letters from a font: TrueType, OpenType or PostScript</source>
        <translation>Nimmt Buchstaben aus einer Schrift: TrueType, OpenType oder PostScript</translation>
    </message>
    <message>
        <source>Letters of the font</source>
        <translation>Buchstaben der Schrift</translation>
    </message>
    <message>
        <source>Which letters of the font are given: A to Z and a to z</source>
        <translation>Welche Buchstaben der Schrift gegeben werden: A bis Z und a bis z</translation>
    </message>
    <message>
        <source>Face of the font file</source>
        <translation>Schnitt der Schriftdatei</translation>
    </message>
    <message>
        <source>Font collections hold several faces</source>
        <translation>Schriftsammlungen enthalten mehrere Schnitte</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Given letters</source>
        <translation>Gegebene Buchstaben</translation>
    </message>
    <message>
        <source>All letters that are given; choose one to go on with its sheet</source>
        <translation>Alle gegebenen Buchstaben; einen wählen, um mit seinem Blatt weiterzumachen</translation>
    </message>
    <message>
        <source>Another letter</source>
        <translation>Noch ein Buchstabe</translation>
    </message>
    <message>
        <source>An empty sheet for one more letter</source>
        <translation>Ein leeres Blatt für einen weiteren Buchstaben</translation>
    </message>
    <message>
        <source>Takes the letter that is shown out of those given</source>
        <translation>Nimmt den gezeigten Buchstaben aus den gegebenen heraus</translation>
    </message>
    <message>
        <source>From a picture</source>
        <translation>Aus einem Bild</translation>
    </message>
    <message>
        <source>From a font</source>
        <translation>Aus einer Schrift</translation>
    </message>
    <message>
        <source>There is a letter %1 already; remove it first, or choose it below to go on with it.</source>
        <translation>Einen Buchstaben %1 gibt es schon; ihn erst entfernen oder unten wählen, um mit ihm weiterzumachen.</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 pixels; at most 64 million are read.</source>
        <translation>%1 hat %2 x %3 Pixel; höchstens 64 Millionen werden gelesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a picture: %2. PNG, JPEG and the like are accepted.</source>
        <translation>%1 lässt sich nicht als Bild lesen: %2. PNG, JPEG und Ähnliches werden angenommen.</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>die Zwischenablage</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>%1: %2. A font with outlines of all letters and digits is needed.</source>
        <translation>%1: %2. Nötig ist eine Schrift mit Umrissen aller Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Fonts (*.ttf *.otf *.ttc *.otc *.pfa *.pfb)</source>
        <translation>Schriften (*.ttf *.otf *.ttc *.otc *.pfa *.pfb)</translation>
    </message>
    <message>
        <source>letter %1, still empty</source>
        <translation>Buchstabe %1, noch leer</translation>
    </message>
    <message>
        <source>letter %1</source>
        <translation>Buchstabe %1</translation>
    </message>
    <message>
        <source>Draw a letter, drop a picture of one, or take some from a font.</source>
        <translation>Einen Buchstaben zeichnen, ein Bild von einem hierher ziehen oder welche aus einer Schrift nehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s): %1</source>
        <translation>
            <numerusform>%n Buchstabe: %1</numerusform>
            <numerusform>%n Buchstaben: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>the dropped picture</source>
        <translation>das hergezogene Bild</translation>
    </message>
</context>
<context>
    <name>morphospace::JitterRow</name>
    <message>
        <source>Jitter of the coordinates</source>
        <translation>Jitter der Koordinaten</translation>
    </message>
    <message>
        <source>How far noise moves every coordinate at most, in channels; the average of K samples uses half a channel</source>
        <translation>Wie weit Rauschen jede Koordinate höchstens verschiebt, in Kanälen; das Mittel aus K Ziehungen nimmt einen halben Kanal</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Measure accuracy</source>
        <translation>Genauigkeit messen</translation>
    </message>
    <message>
        <source>Stops measuring; what is known stays</source>
        <translation>Bricht das Messen ab; was bekannt ist, bleibt</translation>
    </message>
    <message>
        <source>Measures the clean sample, one jittered sample and the average of many on the test images</source>
        <translation>Misst die ungestörte Ziehung, eine Ziehung mit Jitter und das Mittel aus vielen auf den Testbildern</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>accuracy and its interval</comment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Accuracy on %1 images with 95 % intervals: clean %2, one jittered sample %3, mean of %4 samples %5.</source>
        <translation>Genauigkeit auf %1 Bildern mit 95-%-Intervallen: ungestört %2, eine Ziehung mit Jitter %3, Mittel aus %4 Ziehungen %5.</translation>
    </message>
</context>
<context>
    <name>morphospace::JobsBar</name>
    <message>
        <source>Running job</source>
        <translation>Laufende Aufgabe</translation>
    </message>
    <message>
        <source>What is being computed now</source>
        <translation>Was gerade berechnet wird</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>Fortschritt der Aufgabe</translation>
    </message>
    <message>
        <source>How much of the job is done</source>
        <translation>Wie viel der Aufgabe erledigt ist</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Stops this job; what it has done stays</source>
        <translation>Bricht diese Aufgabe ab; was sie getan hat, bleibt</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>Lists everything that runs or waits; choose one to cancel it</source>
        <translation>Listet alles auf, was läuft oder wartet; eine auswählen, um sie abzubrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>morphospace::JournalList</name>
    <message>
        <source>start of the session</source>
        <translation>Anfang der Sitzung</translation>
    </message>
    <message>
        <source>%1   –   %2</source>
        <translation>%1   –   %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
</context>
<context>
    <name>morphospace::JournalPanel</name>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Goes to the start of the session</source>
        <translation>Geht zum Anfang der Sitzung</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Goes one step back</source>
        <translation>Geht einen Schritt zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Plays the steps from here on</source>
        <translation>Spielt die Schritte von hier an ab</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Goes one step forward</source>
        <translation>Geht einen Schritt vor</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Goes to the last step</source>
        <translation>Geht zum letzten Schritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>How fast steps are played</source>
        <translation>Wie schnell Schritte abgespielt werden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A note on the present step, kept in the session</source>
        <translation>Eine Notiz zum jetzigen Schritt, in der Sitzung aufbewahrt</translation>
    </message>
    <message>
        <source>note on this step</source>
        <translation>Notiz zu diesem Schritt</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Every step of this session; choose one to go back or forward to it</source>
        <translation>Jeder Schritt dieser Sitzung; einen auswählen, um zu ihm zurück- oder vorzugehen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stops at this step</source>
        <translation>Hält bei diesem Schritt an</translation>
    </message>
</context>
<context>
    <name>morphospace::LandscapeMap</name>
    <message>
        <source>Landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>Point at a size to read it, click or drag to take B there; A is dragged by its marker; arrows move B, with Shift A</source>
        <translation>Auf eine Größe zeigen, um sie zu lesen; Klicken oder Ziehen bringt B dorthin; A wird an seiner Marke gezogen; Pfeiltasten bewegen B, mit Umschalt A</translation>
    </message>
    <message>
        <source>Accuracy over two sizes of the network; arrows move the current sample B from place to place, with Shift the pinned sample A</source>
        <translation>Genauigkeit über zwei Größen des Netzes; Pfeiltasten bewegen das aktuelle Netz B von Stelle zu Stelle, mit Umschalt das angeheftete Netz A</translation>
    </message>
</context>
<context>
    <name>morphospace::LandscapeModel</name>
    <message>
        <source>Landscape of %1 sizes</source>
        <translation>Landschaft über %1 Größen</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Search within a budget</source>
        <translation>Suche innerhalb eines Budgets</translation>
    </message>
    <message>
        <source>%1 sizes on %2 validation images</source>
        <translation>%1 Größen auf %2 Validierungsbildern</translation>
    </message>
    <message>
        <source>on the test images</source>
        <translation>auf den Testbildern</translation>
    </message>
    <message>
        <source>Similarity of %1 widths</source>
        <translation>Ähnlichkeit von %1 Breiten</translation>
    </message>
    <message>
        <source>Similarity of A and B</source>
        <translation>Ähnlichkeit von A und B</translation>
    </message>
</context>
<context>
    <name>morphospace::LandscapePage</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Accuracy over two sizes, seen from above</source>
        <translation>Genauigkeit über zwei Größen, von oben gesehen</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>The same as a surface that can be turned</source>
        <translation>Dasselbe als drehbare Fläche</translation>
    </message>
    <message>
        <source>Find best</source>
        <translation>Beste finden</translation>
    </message>
    <message>
        <source>The most accurate sizes within a budget</source>
        <translation>Die genauesten Größen innerhalb eines Budgets</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>How alike networks of two sizes compute</source>
        <translation>Wie ähnlich Netze zweier Größen rechnen</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Abbildung …</translation>
    </message>
    <message>
        <source>Shows the figure as it will be on paper, and writes it as SVG, PDF or PNG</source>
        <translation>Zeigt die Abbildung, wie sie auf Papier aussieht, und schreibt sie als SVG, PDF oder PNG</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Writes the numbers of what is shown as CSV</source>
        <translation>Schreibt die Zahlen des Gezeigten als CSV</translation>
    </message>
    <message>
        <source>VTK…</source>
        <translation>VTK …</translation>
    </message>
    <message>
        <source>Writes the surface as a .vtp file for ParaView and other programs</source>
        <translation>Schreibt die Fläche als .vtp-Datei für ParaView und andere Programme</translation>
    </message>
    <message>
        <source>There are no numbers yet: nothing is measured.</source>
        <translation>Es gibt noch keine Zahlen: Nichts ist gemessen.</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>Zahlen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>There is no surface yet: nothing is measured.</source>
        <translation>Es gibt noch keine Fläche: Nichts ist gemessen.</translation>
    </message>
    <message>
        <source>Export surface</source>
        <translation>Fläche exportieren</translation>
    </message>
    <message>
        <source>VTK PolyData (*.vtp)</source>
        <translation>VTK PolyData (*.vtp)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Shows the numbers behind what is seen</source>
        <translation>Zeigt die Zahlen hinter dem, was zu sehen ist</translation>
    </message>
</context>
<context>
    <name>morphospace::LandscapeSurface</name>
    <message>
        <source>Landscape as a surface</source>
        <translation>Landschaft als Fläche</translation>
    </message>
    <message>
        <source>Arrows turn the surface, with Shift they move it, plus and minus zoom, Home goes back to the first view; with Ctrl arrows take B from place to place, with Ctrl and Shift A</source>
        <translation>Pfeiltasten drehen die Fläche, mit Umschalt verschieben sie sie, Plus und Minus zoomen, Pos1 kehrt zur ersten Ansicht zurück; mit Strg bringen Pfeiltasten B von Stelle zu Stelle, mit Strg und Umschalt A</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, double-click for the first view</source>
        <translation>Ziehen dreht, das Rad vergrößert, ein Doppelklick führt zur ersten Ansicht zurück</translation>
    </message>
    <message>
        <source>Key of colours: %1, %2 to %3</source>
        <translation>Schlüssel der Farben: %1, %2 bis %3</translation>
    </message>
</context>
<context>
    <name>morphospace::LandscapeView</name>
    <message>
        <source>Landscape as a table</source>
        <translation>Landschaft als Tabelle</translation>
    </message>
    <message>
        <source>Sizes that are measured; press Return or double-click to go to a size</source>
        <translation>Gemessene Größen; Eingabetaste oder Doppelklick geht zu einer Größe</translation>
    </message>
    <message>
        <source>Colour: accuracy</source>
        <translation>Farbe: Genauigkeit</translation>
    </message>
    <message>
        <source>Colour: parameters</source>
        <translation>Farbe: Parameter</translation>
    </message>
    <message>
        <source>Colour: MACs</source>
        <translation>Farbe: MACs</translation>
    </message>
    <message>
        <source>Colour: latency</source>
        <translation>Farbe: Latenz</translation>
    </message>
    <message>
        <source>Axis to the right</source>
        <translation>Achse nach rechts</translation>
    </message>
    <message>
        <source>Which sizes change from left to right</source>
        <translation>Welche Größen sich von links nach rechts ändern</translation>
    </message>
    <message>
        <source>Axis upwards</source>
        <translation>Achse nach oben</translation>
    </message>
    <message>
        <source>Which sizes change from the bottom to the top</source>
        <translation>Welche Größen sich von unten nach oben ändern</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>What colours show; lines and height always show accuracy. Latency is measured here, one image at a time on one thread</source>
        <translation>Was Farben zeigen; Linien und Höhe zeigen immer die Genauigkeit. Die Latenz wird hier gemessen, ein Bild nach dem anderen auf einem Thread</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Shows the ends of the 95 % intervals as two sheets</source>
        <translation>Zeigt die Enden der 95-%-Intervalle als zwei Flächen</translation>
    </message>
    <message>
        <source>Close up</source>
        <translation>Nahansicht</translation>
    </message>
    <message>
        <source>Heights and colours follow the accuracies of the trained range; what lies beyond is cut off</source>
        <translation>Höhen und Farben folgen den Genauigkeiten des trainierten Bereichs; was darüber hinausgeht, wird abgeschnitten</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Stops measuring; what is measured stays</source>
        <translation>Bricht das Messen ab; was gemessen ist, bleibt</translation>
    </message>
    <message>
        <source>Measures what is missing, coarse to fine; latency as well where colours show it</source>
        <translation>Misst, was fehlt, von grob nach fein; auch die Latenz, wenn die Farben sie zeigen</translation>
    </message>
    <message>
        <source>B, current: %1</source>
        <translation>B, aktuell: %1</translation>
    </message>
    <message>
        <source>A, pinned: %1</source>
        <translation>A, angeheftet: %1</translation>
    </message>
    <message>
        <source>%1 of %2 sizes measured.</source>
        <translation>%1 von %2 Größen gemessen.</translation>
    </message>
    <message>
        <source>Latency of %1, on %2.</source>
        <comment>how many sizes, processor</comment>
        <translation>Latenz von %1, auf %2.</translation>
    </message>
    <message>
        <source>Press Return on a row, or double-click it, to go to its size.</source>
        <translation>Eingabetaste oder Doppelklick auf einer Zeile geht zu ihrer Größe.</translation>
    </message>
    <message>
        <source>The map shows the same without 3-D.</source>
        <translation>Die Karte zeigt dasselbe ohne 3-D.</translation>
    </message>
    <message>
        <source>Point at a size to read it; drag B to another size.</source>
        <translation>Auf eine Größe zeigen, um sie zu lesen; B zu einer anderen Größe ziehen.</translation>
    </message>
    <message>
        <source>B lies outside this plane: its other sizes differ. Point at a size to read it; drag B into the plane.</source>
        <translation>B liegt außerhalb dieser Ebene: Seine anderen Größen weichen ab. Auf eine Größe zeigen, um sie zu lesen; B in die Ebene ziehen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Point at a size to read it; drag A or B to another size.</source>
        <translation>Auf eine Größe zeigen, um sie zu lesen; A oder B zu einer anderen Größe ziehen.</translation>
    </message>
    <message>
        <source>No landscape: only the width changes here</source>
        <translation>Keine Landschaft: Hier ändert sich nur die Breite</translation>
    </message>
    <message>
        <source>A landscape lies over two sizes that change on their own. This network has many widths but no second size: its layers widen together, and it has no blocks to leave out. The Compression page shows its accuracy over all widths, and Similarity compares them.</source>
        <translation>Eine Landschaft liegt über zwei Größen, die sich unabhängig ändern. Dieses Netz hat viele Breiten, aber keine zweite Größe: Seine Schichten werden gemeinsam breiter, und es hat keine Blöcke, die entfallen könnten. Die Seite „Kompression“ zeigt seine Genauigkeit über alle Breiten, und „Ähnlichkeit“ vergleicht sie.</translation>
    </message>
    <message>
        <source>Measure adds the latency that is missing.</source>
        <translation>„Messen“ ergänzt die Latenz, die noch fehlt.</translation>
    </message>
    <message>
        <source>Elsewhere drag to turn, Shift and drag to move, wheel to zoom.</source>
        <translation>Sonst: Ziehen dreht, Umschalt und Ziehen verschiebt, das Rad vergrößert.</translation>
    </message>
</context>
<context>
    <name>morphospace::LessonEditor</name>
    <message>
        <source>any language</source>
        <translation>jede Sprache</translation>
    </message>
    <message>
        <source>Make a lesson</source>
        <translation>Lektion machen</translation>
    </message>
    <message>
        <source>Title of the lesson</source>
        <translation>Titel der Lektion</translation>
    </message>
    <message>
        <source>As the menu of lessons shows it</source>
        <translation>Wie ihn das Menü der Lektionen zeigt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Which language is written now; a lesson may hold several, and is shown in that of the window</source>
        <translation>Welche Sprache gerade geschrieben wird; eine Lektion kann mehrere enthalten und wird in der des Fensters gezeigt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Bedienelemente</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Teile der Seite</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change back</source>
        <translation>Nimmt die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Makes the change again</source>
        <translation>Macht die Änderung erneut</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Presents the lesson from this page on</source>
        <translation>Führt die Lektion ab dieser Seite vor</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Writes the lesson to a file</source>
        <translation>Schreibt die Lektion in eine Datei</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes the editor</source>
        <translation>Schließt den Editor</translation>
    </message>
    <message>
        <source>title of the lesson</source>
        <translation>Titel der Lektion</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>The pages of the lesson, in their order</source>
        <translation>Die Seiten der Lektion in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Steps of this page</source>
        <translation>Schritte dieser Seite</translation>
    </message>
    <message>
        <source>What is done when the page is shown</source>
        <translation>Was getan wird, wenn die Seite gezeigt wird</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Adds a page after this one, on the same state</source>
        <translation>Fügt nach dieser eine Seite mit demselben Zustand ein</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deletes the page with its steps; the other pages show what they showed</source>
        <translation>Löscht die Seite mit ihren Schritten; die anderen Seiten zeigen, was sie zeigten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Moves the page towards the beginning</source>
        <translation>Schiebt die Seite zum Anfang hin</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Moves the page towards the end</source>
        <translation>Schiebt die Seite zum Ende hin</translation>
    </message>
    <message>
        <source>Join with the page before</source>
        <translation>Mit der vorigen Seite verbinden</translation>
    </message>
    <message>
        <source>Makes one page of this one and the one before</source>
        <translation>Macht aus dieser und der vorigen eine Seite</translation>
    </message>
    <message>
        <source>New page from this step on</source>
        <translation>Neue Seite ab diesem Schritt</translation>
    </message>
    <message>
        <source>The chosen step and those after it become a page of their own</source>
        <translation>Der gewählte Schritt und die danach werden eine eigene Seite</translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation>Titel der Seite</translation>
    </message>
    <message>
        <source>A few words, shown large</source>
        <translation>Wenige Worte, groß gezeigt</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>Markdown: **bold**, *italic*, lists with - , paragraphs with an empty line between</source>
        <translation>Markdown: **fett**, *kursiv*, Listen mit - , Absätze mit Leerzeile dazwischen</translation>
    </message>
    <message>
        <source>What this page says, in Markdown. Keep it short: it is read from far away.</source>
        <translation>Was diese Seite sagt, in Markdown. Kurz halten: Es wird von weit weg gelesen.</translation>
    </message>
    <message>
        <source>title of the page</source>
        <translation>Titel der Seite</translation>
    </message>
    <message>
        <source>text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Bedienelement</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Pointed at</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Which controls this page locks or hides, and which one it points at</source>
        <translation>Welche Bedienelemente diese Seite sperrt oder verbirgt und auf welches sie zeigt</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>Sperren …</translation>
    </message>
    <message>
        <source>Then click the control in the window that the class cannot use</source>
        <translation>Dann im Fenster das Bedienelement anklicken, das die Klasse nicht benutzen kann</translation>
    </message>
    <message>
        <source>Hide…</source>
        <translation>Verbergen …</translation>
    </message>
    <message>
        <source>Then click the control in the window that is not shown</source>
        <translation>Dann im Fenster das Bedienelement anklicken, das nicht gezeigt wird</translation>
    </message>
    <message>
        <source>Point at…</source>
        <translation>Zeigen auf …</translation>
    </message>
    <message>
        <source>Then click the control in the window that the page speaks of</source>
        <translation>Dann im Fenster das Bedienelement anklicken, von dem die Seite spricht</translation>
    </message>
    <message>
        <source>What is neither locked nor hidden the class may use. Press a button and click a control in the window, or tick it here.</source>
        <translation>Was weder gesperrt noch verborgen ist, darf die Klasse benutzen. Eine Taste drücken und ein Bedienelement im Fenster anklicken, oder es hier ankreuzen.</translation>
    </message>
    <message>
        <source>Ask a question on this page</source>
        <translation>Auf dieser Seite eine Frage stellen</translation>
    </message>
    <message>
        <source>Two to six choices, one of which is right</source>
        <translation>Zwei bis sechs Antworten, von denen eine richtig ist</translation>
    </message>
    <message>
        <source>What is asked; Markdown</source>
        <translation>Was gefragt wird; Markdown</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Shown once the right choice was made; Markdown</source>
        <translation>Wird gezeigt, sobald richtig geantwortet wurde; Markdown</translation>
    </message>
    <message>
        <source>%1 is right</source>
        <translation>%1 ist richtig</translation>
    </message>
    <message>
        <source>This choice is the right one</source>
        <translation>Diese Antwort ist die richtige</translation>
    </message>
    <message>
        <source>Choice %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>A possible answer; empty ones at the end are left out</source>
        <translation>Eine mögliche Antwort; leere am Ende entfallen</translation>
    </message>
    <message>
        <source>right choice</source>
        <translation>richtige Antwort</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>question added</source>
        <translation>Frage hinzugefügt</translation>
    </message>
    <message>
        <source>question taken away</source>
        <translation>Frage entfernt</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>page added</source>
        <translation>Seite hinzugefügt</translation>
    </message>
    <message>
        <source>page deleted</source>
        <translation>Seite gelöscht</translation>
    </message>
    <message>
        <source>page moved</source>
        <translation>Seite verschoben</translation>
    </message>
    <message>
        <source>pages joined</source>
        <translation>Seiten verbunden</translation>
    </message>
    <message>
        <source>page split</source>
        <translation>Seite geteilt</translation>
    </message>
    <message>
        <source>control of the page</source>
        <translation>Bedienelement der Seite</translation>
    </message>
    <message>
        <source>Click a control. Escape: none</source>
        <translation>Ein Bedienelement anklicken. Escape: keines</translation>
    </message>
    <message>
        <source>Page %1: %2</source>
        <translation>Seite %1: %2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>Lektion speichern</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Lessons (*.morph)</source>
        <translation>Lektionen (*.morph)</translation>
    </message>
    <message>
        <source>Save the lesson?</source>
        <translation>Lektion speichern?</translation>
    </message>
    <message>
        <source>The lesson was changed.</source>
        <translation>Die Lektion wurde geändert.</translation>
    </message>
    <message>
        <source>Without saving, what was written here is lost.</source>
        <translation>Ohne Speichern geht verloren, was hier geschrieben wurde.</translation>
    </message>
</context>
<context>
    <name>morphospace::LessonSheet</name>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Not this one. Choose another.</source>
        <translation>Das nicht. Eine andere Antwort wählen.</translation>
    </message>
</context>
<context>
    <name>morphospace::LetterCanvas</name>
    <message>
        <source>Sheet to draw a letter on</source>
        <translation>Blatt zum Zeichnen eines Buchstabens</translation>
    </message>
    <message>
        <source>Draw with the mouse or a pen; the right button and a pen&apos;s other end erase. With the keyboard: arrows move the pen, Space puts it down and lifts it, E erases</source>
        <translation>Mit der Maus oder einem Stift zeichnen; die rechte Taste und das andere Ende des Stifts radieren. Mit der Tastatur: Pfeiltasten bewegen den Stift, die Leertaste setzt ihn auf und hebt ihn ab, E radiert</translation>
    </message>
    <message>
        <source>the pen is down</source>
        <translation>der Stift ist aufgesetzt</translation>
    </message>
    <message>
        <source>the pen is up</source>
        <translation>der Stift ist abgehoben</translation>
    </message>
    <message>
        <source>pen at column %1, row %2 of 28</source>
        <translation>Stift in Spalte %1, Zeile %2 von 28</translation>
    </message>
    <message numerus="yes">
        <source>Letter %1, %n stroke(s)</source>
        <translation>
            <numerusform>Buchstabe %1, %n Strich</numerusform>
            <numerusform>Buchstabe %1, %n Striche</numerusform>
        </translation>
    </message>
    <message>
        <source>over a picture</source>
        <translation>über einem Bild</translation>
    </message>
    <message>
        <source>eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>capitals</source>
        <translation>Großbuchstaben</translation>
    </message>
    <message>
        <source>small letters</source>
        <translation>Kleinbuchstaben</translation>
    </message>
    <message>
        <source>base line</source>
        <translation>Grundlinie</translation>
    </message>
</context>
<context>
    <name>morphospace::LettersPanel</name>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>A word that is set from the letters: A to Z, a to z and spaces</source>
        <translation>Ein Wort, das aus den Buchstaben gesetzt wird: A bis Z, a bis z und Leerzeichen</translation>
    </message>
    <message>
        <source>Start noise</source>
        <translation>Startrauschen</translation>
    </message>
    <message>
        <source>Letters are drawn from noise: another number, other letters of the same face</source>
        <translation>Buchstaben entstehen aus Rauschen: eine andere Zahl, andere Buchstaben derselben Schrift</translation>
    </message>
    <message>
        <source>Alphabet</source>
        <translation>Alphabet</translation>
    </message>
    <message>
        <source>Noises</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Letters shown</source>
        <translation>Gezeigte Buchstaben</translation>
    </message>
    <message>
        <source>All 52 letters, the word alone, or the word drawn from several start noises</source>
        <translation>Alle 52 Buchstaben, das Wort allein, oder das Wort aus mehreren Startrauschen gezeichnet</translation>
    </message>
</context>
<context>
    <name>morphospace::LiveMorph</name>
    <message>
        <source>Measuring B, %1</source>
        <translation>B wird gemessen, %1</translation>
    </message>
    <message>
        <source>Measuring A, %1</source>
        <translation>A wird gemessen, %1</translation>
    </message>
</context>
<context>
    <name>morphospace::MainWindow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>Morph</translation>
    </message>
    <message>
        <source>The network as it is now, on real test images</source>
        <translation>Das Netz, wie es jetzt ist, auf echten Testbildern</translation>
    </message>
    <message>
        <source>Every measurement against the size it saves</source>
        <translation>Jede Messung über der Größe, die sie spart</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Chooses the page</source>
        <translation>Wählt die Seite</translation>
    </message>
    <message>
        <source>Unpin A</source>
        <translation>A lösen</translation>
    </message>
    <message>
        <source>Pin A</source>
        <translation>A anheften</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Folder with %1</source>
        <translation>Ordner mit %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saves the session: every step, note and measurement</source>
        <translation>Speichert die Sitzung: jeden Schritt, jede Notiz und Messung</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Saves the session under another name</source>
        <translation>Speichert die Sitzung unter einem anderen Namen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Save with manifolds…</source>
        <translation>Mit Mannigfaltigkeiten speichern …</translation>
    </message>
    <message>
        <source>Saves a session that holds its manifolds, for another machine</source>
        <translation>Speichert eine Sitzung, die ihre Mannigfaltigkeiten enthält, für einen anderen Rechner</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Abbildung exportieren …</translation>
    </message>
    <message>
        <source>Writes what is shown as SVG, PDF or PNG, for paper or a slide</source>
        <translation>Schreibt das Gezeigte als SVG, PDF oder PNG, für Papier oder eine Folie</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export numbers…</source>
        <translation>Zahlen exportieren …</translation>
    </message>
    <message>
        <source>Writes all measurements as CSV</source>
        <translation>Schreibt alle Messungen als CSV</translation>
    </message>
    <message>
        <source>Export checkpoint…</source>
        <translation>Checkpoint exportieren …</translation>
    </message>
    <message>
        <source>Writes networks of this manifold that PyTorch and others load</source>
        <translation>Schreibt Netze dieser Mannigfaltigkeit, die PyTorch und andere laden</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ends the program</source>
        <translation>Beendet das Programm</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Theme, threads, data folders and cache</source>
        <translation>Farbschema, Threads, Datenordner und Zwischenspeicher</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Keeps the current sample as A to compare with</source>
        <translation>Behält das aktuelle Netz als A zum Vergleich</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Exchanges the pinned and the current sample</source>
        <translation>Vertauscht das angeheftete und das aktuelle Netz</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>Volle Größe</translation>
    </message>
    <message>
        <source>Goes to the largest trained size</source>
        <translation>Geht zur größten trainierten Größe</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>Accuracy by class…</source>
        <translation>Genauigkeit nach Klassen …</translation>
    </message>
    <message>
        <source>Confusion matrix and accuracy of each class</source>
        <translation>Konfusionsmatrix und Genauigkeit jeder Klasse</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Sweep all sizes</source>
        <translation>Alle Größen durchmessen</translation>
    </message>
    <message>
        <source>Measures widths and depths through the trained range and past it</source>
        <translation>Misst Breiten und Tiefen durch den trainierten Bereich und darüber hinaus</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>About Morphospace</source>
        <translation>Über Morphospace</translation>
    </message>
    <message>
        <source>Versions, how to cite, licence</source>
        <translation>Versionen, Zitieren, Lizenz</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last step back</source>
        <translation>Nimmt den letzten Schritt zurück</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Makes the step again that was taken back</source>
        <translation>Macht den zurückgenommenen Schritt erneut</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Bundled manifolds</source>
        <translation>Mitgelieferte Mannigfaltigkeiten</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Sample</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Step %1 does not replay as it was recorded: %2 of %3 images right now, %4 then.</source>
        <translation>Schritt %1 ergibt bei der Wiedergabe etwas anderes als aufgezeichnet: jetzt %2 von %3 Bildern richtig, damals %4.</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Glattheit</translation>
    </message>
    <message>
        <source>The weights themselves, in two orders of channels or at two sizes</source>
        <translation>Die Gewichte selbst, in zwei Reihenfolgen der Kanäle oder bei zwei Größen</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>No lesson is bundled</source>
        <translation>Keine Lektion mitgeliefert</translation>
    </message>
    <message>
        <source>Present a lesson from a file…</source>
        <translation>Lektion aus einer Datei vorführen …</translation>
    </message>
    <message>
        <source>Present a lesson</source>
        <translation>Lektion vorführen</translation>
    </message>
    <message>
        <source>Lessons and sessions (*.morph)</source>
        <translation>Lektionen und Sitzungen (*.morph)</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Shows the pages of this lesson on the whole screen</source>
        <translation>Zeigt die Seiten dieser Lektion auf dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Make a lesson from what you did…</source>
        <translation>Lektion aus dem Getanen machen …</translation>
    </message>
    <message>
        <source>Groups the steps of this session into pages with text and questions</source>
        <translation>Fasst die Schritte dieser Sitzung zu Seiten mit Text und Fragen zusammen</translation>
    </message>
    <message>
        <source>This session is a lesson.</source>
        <translation>Diese Sitzung ist eine Lektion.</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>Accuracy over two sizes as a surface, the best sizes within a budget, and how alike sizes are</source>
        <translation>Genauigkeit über zwei Größen als Fläche, die besten Größen innerhalb eines Budgets und wie ähnlich Größen sind</translation>
    </message>
    <message>
        <source>Weight space</source>
        <translation>Gewichtsraum</translation>
    </message>
    <message>
        <source>Many customised copies of one model as points of a space: walk, edit, sample and invert</source>
        <translation>Viele angepasste Kopien eines Modells als Punkte eines Raums: gehen, ändern, ziehen und invertieren</translation>
    </message>
    <message>
        <source>Manifolds, zoos, sessions, figures and checkpoints (*.manifold *.zoo *.morph *.png *.svg *.pdf *.safetensors);;Weight manifolds (*.manifold);;Zoos (*.zoo);;Sessions (*.morph);;All files (*)</source>
        <translation>Mannigfaltigkeiten, Zoos, Sitzungen, Abbildungen und Checkpoints (*.manifold *.zoo *.morph *.png *.svg *.pdf *.safetensors);;Gewichtsmannigfaltigkeiten (*.manifold);;Zoos (*.zoo);;Sitzungen (*.morph);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opens a weight manifold, a zoo, a session, or a figure with its session</source>
        <translation>Öffnet eine Gewichtsmannigfaltigkeit, einen Zoo, eine Sitzung oder eine Abbildung mit ihrer Sitzung</translation>
    </message>
    <message>
        <source>Bundled zoos</source>
        <translation>Mitgelieferte Zoos</translation>
    </message>
    <message>
        <source>Bundled sessions</source>
        <translation>Mitgelieferte Sitzungen</translation>
    </message>
    <message>
        <source>%1 was not opened: the recovered session is here.</source>
        <translation>%1 wurde nicht geöffnet: Die wiederhergestellte Sitzung ist da.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>The numbers of this session were measured on other data: on images of %1 with the hash %2…, and those here have %3…. What is measured now is on those here.</source>
        <translation>Die Zahlen dieser Sitzung wurden an anderen Daten gemessen: an Bildern von %1 mit dem Hash %2…; die hier haben %3…. Was jetzt gemessen wird, gilt für die Bilder hier.</translation>
    </message>
</context>
<context>
    <name>morphospace::MatrixCard</name>
    <message>
        <source>Heat maps of weights</source>
        <translation>Heatmaps der Gewichte</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>The numbers behind both pictures</source>
        <translation>Die Zahlen hinter beiden Bildern</translation>
    </message>
    <message>
        <source>%1 (left). %2 (right).</source>
        <translation>%1 (links). %2 (rechts).</translation>
    </message>
    <message>
        <source>Drag to turn both surfaces, wheel to zoom, double-click to go back.</source>
        <translation>Ziehen dreht beide Flächen, das Mausrad zoomt, Doppelklick stellt zurück.</translation>
    </message>
    <message>
        <source>%1 The heat maps show the same.</source>
        <translation>%1 Die Heatmaps zeigen dasselbe.</translation>
    </message>
</context>
<context>
    <name>morphospace::MeasurementModel</name>
    <message>
        <source>this session</source>
        <translation>diese Sitzung</translation>
    </message>
    <message>
        <source>recorded when trained</source>
        <translation>beim Training aufgezeichnet</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>ungesehen</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Widths</source>
        <translation>Breiten</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Compression (parameters)</source>
        <translation>Kompression (Parameter)</translation>
    </message>
    <message>
        <source>Compression (MACs)</source>
        <translation>Kompression (MACs)</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95 % von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
</context>
<context>
    <name>morphospace::MemberDialog</name>
    <message>
        <source>Walk to a member</source>
        <translation>Zu einem Mitglied gehen</translation>
    </message>
    <message>
        <source>Walk there</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Walks in a straight line to the member that is marked</source>
        <translation>Geht geradeaus zum markierten Mitglied</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stays where the model is</source>
        <translation>Bleibt, wo das Modell ist</translation>
    </message>
    <message>
        <source>The weights change in a straight line from this member to the one that you choose; the letters show what lies between.</source>
        <translation>Die Gewichte ändern sich geradeaus von diesem Mitglied zum gewählten; die Buchstaben zeigen, was dazwischen liegt.</translation>
    </message>
</context>
<context>
    <name>morphospace::MemberList</name>
    <message>
        <source>Find a member</source>
        <translation>Mitglied suchen</translation>
    </message>
    <message>
        <source>Shows the members whose names hold these words; the arrow keys go to the list</source>
        <translation>Zeigt die Mitglieder, deren Namen diese Wörter enthalten; die Pfeiltasten gehen in die Liste</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Return or a double click goes to the member that is marked</source>
        <translation>Die Eingabetaste oder ein Doppelklick geht zum markierten Mitglied</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
    <message>
        <source>Shows all members again</source>
        <translation>Zeigt wieder alle Mitglieder</translation>
    </message>
</context>
<context>
    <name>morphospace::MembersPanel</name>
    <message>
        <source>Numbers behind the members</source>
        <translation>Zahlen hinter den Mitgliedern</translation>
    </message>
    <message>
        <source>Members of the zoo</source>
        <translation>Mitglieder des Zoos</translation>
    </message>
    <message>
        <source>Point at a member to see its letters, click it to go there</source>
        <translation>Auf ein Mitglied zeigen, um seine Buchstaben zu sehen; ein Klick geht hin</translation>
    </message>
    <message>
        <source>Members of the zoo in three dimensions</source>
        <translation>Mitglieder des Zoos in drei Dimensionen</translation>
    </message>
    <message>
        <source>Drag to turn, point at a member to see its letters, click it to go there</source>
        <translation>Ziehen dreht; auf ein Mitglied zeigen, um seine Buchstaben zu sehen; ein Klick geht hin</translation>
    </message>
    <message>
        <source>Cosines between directions</source>
        <translation>Kosinus zwischen Richtungen</translation>
    </message>
    <message>
        <source>Choose a pair to make the direction of the row independent of the column&apos;s, or not</source>
        <translation>Ein Paar wählen, um die Richtung der Zeile von der der Spalte unabhängig zu machen oder nicht</translation>
    </message>
    <message>
        <source>Component to the right</source>
        <translation>Komponente nach rechts</translation>
    </message>
    <message>
        <source>Which principal component goes from left to right</source>
        <translation>Welche Hauptkomponente von links nach rechts geht</translation>
    </message>
    <message>
        <source>Component upwards</source>
        <translation>Komponente nach oben</translation>
    </message>
    <message>
        <source>Which principal component goes from the bottom to the top</source>
        <translation>Welche Hauptkomponente von unten nach oben geht</translation>
    </message>
    <message>
        <source>Component into the depth</source>
        <translation>Komponente in die Tiefe</translation>
    </message>
    <message>
        <source>Which principal component goes into the depth</source>
        <translation>Welche Hauptkomponente in die Tiefe geht</translation>
    </message>
    <message>
        <source>Colour of the members</source>
        <translation>Farbe der Mitglieder</translation>
    </message>
    <message>
        <source>Which attribute colours the members</source>
        <translation>Welches Merkmal die Mitglieder färbt</translation>
    </message>
    <message>
        <source>→ PC %1</source>
        <translation>→ HK %1</translation>
    </message>
    <message>
        <source>↑ PC %1</source>
        <translation>↑ HK %1</translation>
    </message>
    <message>
        <source>↗ PC %1</source>
        <translation>↗ HK %1</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>No colours</source>
        <translation>Keine Farben</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Dragging marks the members inside a line as a group, for a direction of your own</source>
        <translation>Ziehen markiert die Mitglieder innerhalb einer Linie als Gruppe, für eine eigene Richtung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Shows all members</source>
        <translation>Zeigt alle Mitglieder</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Shows the numbers instead of the picture</source>
        <translation>Zeigt statt des Bildes die Zahlen</translation>
    </message>
    <message>
        <source>Marking group %1</source>
        <translation>Gruppe %1 markieren</translation>
    </message>
    <message>
        <source>Which group the lasso marks: press to change between A and B</source>
        <translation>Welche Gruppe das Lasso markiert: Drücken wechselt zwischen A und B</translation>
    </message>
    <message>
        <source>after de-biasing</source>
        <translation>nach dem Entzerren</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>model A</source>
        <translation>Modell A</translation>
    </message>
    <message>
        <source>model B</source>
        <translation>Modell B</translation>
    </message>
</context>
<context>
    <name>morphospace::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>What the program has to say; it can be selected and copied</source>
        <translation>Was das Programm zu sagen hat; lässt sich markieren und kopieren</translation>
    </message>
    <message>
        <source>Act on the message</source>
        <translation>Auf die Meldung reagieren</translation>
    </message>
    <message>
        <source>Does what the button says</source>
        <translation>Tut, was auf der Taste steht</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Closes this message</source>
        <translation>Schließt diese Meldung</translation>
    </message>
</context>
<context>
    <name>morphospace::MissingDialog</name>
    <message>
        <source>This session was made with files that are not where it expects them.</source>
        <translation>Diese Sitzung entstand mit Dateien, die nicht da sind, wo sie erwartet werden.</translation>
    </message>
    <message>
        <source>Find each one. A file is taken only if its content is the one this session was made with, whatever its name.</source>
        <translation>Jede suchen. Eine Datei wird nur genommen, wenn ihr Inhalt der ist, mit dem diese Sitzung entstand, gleich wie sie heißt.</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>the file of this name holds something else now</source>
        <translation>die Datei dieses Namens enthält jetzt etwas anderes</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>Chooses the file on this machine</source>
        <translation>Wählt die Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Opens the session once all its files are found</source>
        <translation>Öffnet die Sitzung, sobald alle ihre Dateien gefunden sind</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stays with what was open</source>
        <translation>Bleibt bei dem, was offen war</translation>
    </message>
    <message>
        <source>Weight manifolds (*.manifold);;All files (*)</source>
        <translation>Gewichtsmannigfaltigkeiten (*.manifold);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>gefunden: %1</translation>
    </message>
    <message>
        <source>%1 is another one: its SHA-256 begins with %2, this session needs %3</source>
        <translation>%1 ist eine andere: Ihr SHA-256 beginnt mit %2, diese Sitzung braucht %3</translation>
    </message>
    <message>
        <source>Find the files of this session</source>
        <translation>Die Dateien dieser Sitzung finden</translation>
    </message>
    <message>
        <source>Zoos (*.zoo);;All files (*)</source>
        <translation>Zoos (*.zoo);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1. Still found: %2</source>
        <translation>%1. Weiterhin gefunden: %2</translation>
    </message>
</context>
<context>
    <name>morphospace::MorphPage</name>
    <message>
        <source>By class…</source>
        <translation>Nach Klassen …</translation>
    </message>
    <message>
        <source>Accuracy by class</source>
        <translation>Genauigkeit nach Klassen</translation>
    </message>
    <message>
        <source>Confusion matrix and accuracy of each class, in a window that follows the sliders</source>
        <translation>Konfusionsmatrix und Genauigkeit jeder Klasse, in einem Fenster, das den Reglern folgt</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Says where the test images of this data set are on this machine</source>
        <translation>Sagt, wo die Testbilder dieses Datensatzes auf diesem Rechner liegen</translation>
    </message>
    <message>
        <source>Open a manifold to begin.</source>
        <translation>Zum Beginnen eine Mannigfaltigkeit öffnen.</translation>
    </message>
    <message>
        <source>The test images of %1 are not on this machine yet. Until they are, the page shows what was measured when the manifold was trained.</source>
        <translation>Die Testbilder von %1 sind noch nicht auf diesem Rechner. Bis dahin zeigt die Seite, was beim Training der Mannigfaltigkeit gemessen wurde.</translation>
    </message>
    <message>
        <source>Choose the folder with %1…</source>
        <translation>Ordner mit %1 auswählen …</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>No accuracy was recorded at this size when the manifold was trained, and there are no test images to measure it on.</source>
        <translation>Bei dieser Größe wurde beim Training der Mannigfaltigkeit keine Genauigkeit aufgezeichnet, und es gibt keine Testbilder, um sie zu messen.</translation>
    </message>
</context>
<context>
    <name>morphospace::NetworkDiagram</name>
    <message>
        <source>Network diagram</source>
        <translation>Netzdiagramm</translation>
    </message>
    <message>
        <source>The network at the current configuration; point at a box for its numbers, or step through the boxes with the arrow keys</source>
        <translation>Das Netz in der aktuellen Konfiguration; für Zahlen auf einen Kasten zeigen oder mit den Pfeiltasten durch die Kästen gehen</translation>
    </message>
    <message>
        <source>✕ wrong</source>
        <translation>✕ falsch</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>%1 of %2 channels</source>
        <translation>%1 von %2 Kanälen</translation>
    </message>
    <message>
        <source>%1 of %2 blocks</source>
        <translation>%1 von %2 Blöcken</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>outline: full size</source>
        <translation>Umriss: volle Größe</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>%1 scores</source>
        <translation>%1 Bewertungen</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>%1 with widths and depths %2: %3 parameters</source>
        <translation>%1 mit Breiten und Tiefen %2: %3 Parameter</translation>
    </message>
    <message>
        <source>outline: full size    dashed: A</source>
        <translation>Umriss: volle Größe    gestrichelt: A</translation>
    </message>
</context>
<context>
    <name>morphospace::NumberTableView</name>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>The numbers behind the chart; a click on a heading sorts by it</source>
        <translation>Die Zahlen hinter dem Diagramm; ein Klick auf eine Überschrift sortiert danach</translation>
    </message>
</context>
<context>
    <name>morphospace::OrderChart</name>
    <message>
        <source>width, % of full size</source>
        <translation>Breite, % der vollen Größe</translation>
    </message>
    <message>
        <source>points over random</source>
        <translation>Punkte über zufällig</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
</context>
<context>
    <name>morphospace::OrderChartView</name>
    <message>
        <source>Recorded experiment</source>
        <translation>Aufgezeichnetes Experiment</translation>
    </message>
    <message>
        <source>Left and right walk through the means; the same numbers are in the table</source>
        <translation>Links und rechts gehen durch die Mittelwerte; dieselben Zahlen stehen in der Tabelle</translation>
    </message>
    <message>
        <source>Point at a mean to read it; the table shows all numbers</source>
        <translation>Auf einen Mittelwert zeigen, um ihn zu lesen; die Tabelle zeigt alle Zahlen</translation>
    </message>
</context>
<context>
    <name>morphospace::PageProgress</name>
    <message>
        <source>Goes to the page that is clicked</source>
        <translation>Geht zur angeklickten Seite</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>morphospace::PointCloud2D</name>
    <message>
        <source>Members in two components</source>
        <translation>Mitglieder in zwei Komponenten</translation>
    </message>
    <message>
        <source>Point at a member to see its letters, click to go there; wheel to zoom, drag to move or to mark. Shift adds to the selection, Ctrl takes from it.</source>
        <translation>Auf ein Mitglied zeigen, um seine Buchstaben zu sehen, klicken, um hinzugehen; Rad zum Zoomen, Ziehen zum Schieben oder Markieren. Umschalt fügt der Auswahl hinzu, Strg nimmt von ihr weg.</translation>
    </message>
    <message>
        <source>Arrows walk to the nearest member that way, Return goes there, Space selects it, Escape selects none, plus and minus zoom, Home shows all.</source>
        <translation>Pfeiltasten gehen zum nächsten Mitglied in dieser Richtung, die Eingabetaste geht dorthin, die Leertaste wählt es aus, Escape wählt keines, Plus und Minus zoomen, Pos1 zeigt alles.</translation>
    </message>
    <message>
        <source>No members to show.</source>
        <translation>Keine Mitglieder zu zeigen.</translation>
    </message>
</context>
<context>
    <name>morphospace::PointCloud3D</name>
    <message>
        <source>Members in three components</source>
        <translation>Mitglieder in drei Komponenten</translation>
    </message>
    <message>
        <source>Drag to turn, Shift and drag to move, wheel to zoom; point at a member to see its letters, click to go there</source>
        <translation>Ziehen dreht, mit Umschalt schiebt es, das Rad zoomt; auf ein Mitglied zeigen, um seine Buchstaben zu sehen, klicken, um hinzugehen</translation>
    </message>
    <message>
        <source>Arrows turn, with Shift they move, with Ctrl they walk to the nearest member that way; Return goes there, Space selects it, plus and minus zoom, Home goes back to the first view.</source>
        <translation>Pfeiltasten drehen, mit Umschalt schieben sie, mit Strg gehen sie zum nächsten Mitglied in dieser Richtung; die Eingabetaste geht dorthin, die Leertaste wählt es aus, Plus und Minus zoomen, Pos1 geht zur ersten Ansicht zurück.</translation>
    </message>
</context>
<context>
    <name>morphospace::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>one less than the cores</source>
        <translation>einer weniger als Kerne</translation>
    </message>
    <message>
        <source>Compute threads</source>
        <translation>Rechen-Threads</translation>
    </message>
    <message>
        <source>Threads that compute networks, beside the one of the window; takes effect when the program starts again</source>
        <translation>Threads, die Netze berechnen, neben dem des Fensters; gilt ab dem nächsten Programmstart</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Memory that keeps networks and measurements already seen, in megabytes</source>
        <translation>Speicher für bereits gesehene Netze und Messungen, in Megabyte</translation>
    </message>
    <message>
        <source>Data folders</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Folder of %1</source>
        <translation>Ordner von %1</translation>
    </message>
    <message>
        <source>Folder with the files of %1 as their owners name them</source>
        <translation>Ordner mit den Dateien von %1 unter den Namen ihrer Herausgeber</translation>
    </message>
    <message>
        <source>Choose the folder of %1</source>
        <translation>Ordner von %1 auswählen</translation>
    </message>
    <message>
        <source>Opens a window to choose the folder</source>
        <translation>Öffnet ein Fenster zur Auswahl des Ordners</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Takes the preferences</source>
        <translation>Übernimmt die Einstellungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leaves everything as it was</source>
        <translation>Lässt alles, wie es war</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the window and its numbers, from now on; files stay as they are</source>
        <translation>Sprache des Fensters und seiner Zahlen, ab sofort; Dateien bleiben, wie sie sind</translation>
    </message>
</context>
<context>
    <name>morphospace::PresentWindow</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Takes back what was changed on this page since it was shown (R)</source>
        <translation>Nimmt zurück, was auf dieser Seite verändert wurde, seit sie gezeigt wird (R)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Back to your own session, which is as it was (Esc)</source>
        <translation>Zurück zur eigenen Sitzung, die unverändert ist (Esc)</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>The page before (Page up)</source>
        <translation>Die vorige Seite (Bild auf)</translation>
    </message>
    <message>
        <source>The next page (Page down)</source>
        <translation>Die nächste Seite (Bild ab)</translation>
    </message>
    <message>
        <source>Folder with %1</source>
        <translation>Ordner mit %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The lesson shows the page &quot;%1&quot; here, which is not presented.</source>
        <translation>Die Lektion zeigt hier die Seite „%1“, die nicht vorgeführt wird.</translation>
    </message>
</context>
<context>
    <name>morphospace::RangeBadge</name>
    <message>
        <source>Trained range</source>
        <translation>Trainierter Bereich</translation>
    </message>
    <message>
        <source>Whether training sampled networks of this size; outside, the weights are an extrapolation</source>
        <translation>Ob im Training Netze dieser Größe gezogen wurden; außerhalb sind die Gewichte eine Extrapolation</translation>
    </message>
    <message>
        <source>unseen size
trained: %1</source>
        <translation>ungesehene Größe
trainiert: %1</translation>
    </message>
    <message>
        <source>in the trained range
%1</source>
        <translation>im trainierten Bereich
%1</translation>
    </message>
</context>
<context>
    <name>morphospace::RecoveryDialog</name>
    <message>
        <source>unsaved session on %1</source>
        <translation>nicht gespeicherte Sitzung zu %1</translation>
    </message>
    <message>
        <source>unsaved session</source>
        <translation>nicht gespeicherte Sitzung</translation>
    </message>
    <message>
        <source>Recover a session</source>
        <translation>Sitzung wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%1   –   %n step(s), last change %2</source>
        <translation>
            <numerusform>%1   –   %n Schritt, letzte Änderung %2</numerusform>
            <numerusform>%1   –   %n Schritte, letzte Änderung %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sessions that ended without being closed</source>
        <translation>Sitzungen, die endeten, ohne geschlossen zu werden</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Open the saved one</source>
        <translation>Gespeicherte öffnen</translation>
    </message>
    <message>
        <source>Start new</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Goes on with every step that was made</source>
        <translation>Macht mit jedem gemachten Schritt weiter</translation>
    </message>
    <message>
        <source>Opens the file as it was saved last</source>
        <translation>Öffnet die Datei, wie sie zuletzt gespeichert wurde</translation>
    </message>
    <message>
        <source>Begins an empty session; what was found is put away</source>
        <translation>Beginnt eine leere Sitzung; das Gefundene wird beiseitegelegt</translation>
    </message>
    <message>
        <source>Morphospace ended while you were at work.</source>
        <translation>Morphospace endete mitten in der Arbeit.</translation>
    </message>
    <message>
        <source>Every step was kept. What shall be opened?</source>
        <translation>Jeder Schritt ist erhalten. Was soll geöffnet werden?</translation>
    </message>
</context>
<context>
    <name>morphospace::ScoreBars</name>
    <message>
        <source>Target and collateral change</source>
        <translation>Ziel- und Nebenänderung</translation>
    </message>
    <message>
        <source>How far each attribute of the letters changed, in standard deviations of the members. Full bars were asked for, the stroke says how far; hollow bars changed with them</source>
        <translation>Wie weit sich jedes Merkmal der Buchstaben geändert hat, in Standardabweichungen der Mitglieder. Volle Balken waren verlangt, der Strich sagt, wie weit; hohle haben sich mit ihnen geändert</translation>
    </message>
    <message>
        <source>%1 %2 σ of %3 asked</source>
        <translation>%1 %2 σ von verlangten %3</translation>
    </message>
    <message>
        <source>%1 %2 σ</source>
        <translation>%1 %2 σ</translation>
    </message>
</context>
<context>
    <name>morphospace::SessionFiles</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Finding what the session refers to</source>
        <translation>Suche nach dem, worauf die Sitzung verweist</translation>
    </message>
    <message>
        <source>The session was not opened: %1.</source>
        <translation>Die Sitzung wurde nicht geöffnet: %1.</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Sessions (*.morph)</source>
        <translation>Sitzungen (*.morph)</translation>
    </message>
    <message>
        <source>Save the session with its manifolds</source>
        <translation>Sitzung mit ihren Mannigfaltigkeiten speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation>Änderungen speichern?</translation>
    </message>
    <message>
        <source>This session was never saved.</source>
        <translation>Diese Sitzung wurde nie gespeichert.</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>Without saving, the steps since then are lost.</source>
        <translation>Ohne Speichern gehen die Schritte seitdem verloren.</translation>
    </message>
    <message>
        <source>Saves the session, then goes on</source>
        <translation>Speichert die Sitzung und fährt dann fort</translation>
    </message>
    <message>
        <source>Goes on without saving</source>
        <translation>Fährt ohne Speichern fort</translation>
    </message>
    <message>
        <source>Stays with this session</source>
        <translation>Bleibt bei dieser Sitzung</translation>
    </message>
    <message>
        <source>What you do could not be recovered after a crash, so save it often: %1.</source>
        <translation>Was getan wird, ließe sich nach einem Absturz nicht wiederherstellen, daher oft speichern: %1.</translation>
    </message>
    <message>
        <source>Without saving, its steps are lost.</source>
        <translation>Ohne Speichern gehen ihre Schritte verloren.</translation>
    </message>
</context>
<context>
    <name>morphospace::SimilarityView</name>
    <message>
        <source>A and B, layer by layer</source>
        <translation>A und B, Schicht für Schicht</translation>
    </message>
    <message>
        <source>All widths: features (CKA)</source>
        <translation>Alle Breiten: Merkmale (CKA)</translation>
    </message>
    <message>
        <source>All widths: outputs (KL)</source>
        <translation>Alle Breiten: Ausgaben (KL)</translation>
    </message>
    <message>
        <source>Similarity of</source>
        <translation>Ähnlichkeit von</translation>
    </message>
    <message>
        <source>Two sizes layer by layer, or every width with every other, by their features or by their outputs</source>
        <translation>Zwei Größen Schicht für Schicht, oder jede Breite mit jeder anderen, nach ihren Merkmalen oder nach ihren Ausgaben</translation>
    </message>
    <message>
        <source>Similarity of features</source>
        <translation>Ähnlichkeit der Merkmale</translation>
    </message>
    <message>
        <source>Similarity as a table</source>
        <translation>Ähnlichkeit als Tabelle</translation>
    </message>
    <message>
        <source>The numbers behind the chart; a click on a heading sorts by it</source>
        <translation>Die Zahlen hinter dem Diagramm; ein Klick auf eine Überschrift sortiert danach</translation>
    </message>
    <message>
        <source>Cancel comparing</source>
        <translation>Vergleich abbrechen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Stops comparing</source>
        <translation>Bricht den Vergleich ab</translation>
    </message>
    <message>
        <source>Compares features on test images</source>
        <translation>Vergleicht Merkmale auf Testbildern</translation>
    </message>
    <message>
        <source>Compares the features of A (or full size, where nothing is pinned) with those of B by linear CKA, and their outputs by the KL divergence.</source>
        <translation>Vergleicht die Merkmale von A (oder der vollen Größe, wenn nichts angeheftet ist) mit denen von B durch lineare CKA und ihre Ausgaben durch die KL-Divergenz.</translation>
    </message>
    <message>
        <source>Compares the features and the outputs of every width in the trained range with those of every other, at the current depths.</source>
        <translation>Vergleicht die Merkmale und die Ausgaben jeder Breite im trainierten Bereich mit denen jeder anderen, bei den aktuellen Tiefen.</translation>
    </message>
    <message>
        <source>%1 nats (95 %: %2 to %3)</source>
        <translation>%1 Nat (95 %: %2 bis %3)</translation>
    </message>
    <message>
        <source>First: %1, second: %2, on %3 images. KL divergence of outputs, first from second: %4; second from first: %5. The same class is predicted for %6 of the images.</source>
        <translation>Erstes: %1, zweites: %2, auf %3 Bildern. KL-Divergenz der Ausgaben, erstes vom zweiten: %4; zweites vom ersten: %5. Bei %6 der Bilder wird dieselbe Klasse vorhergesagt.</translation>
    </message>
    <message>
        <source>KL divergence of the outputs of the width on the left from those of the width below, in nats, for every pair of %1 widths, on %2 images.</source>
        <translation>KL-Divergenz der Ausgaben der links stehenden Breite von denen der unten stehenden, in Nats, für jedes Paar von %1 Breiten, auf %2 Bildern.</translation>
    </message>
    <message>
        <source>Linear CKA of the features after %1 for every pair of %2 widths, on %3 images.</source>
        <translation>Lineare CKA der Merkmale nach %1 für jedes Paar von %2 Breiten, auf %3 Bildern.</translation>
    </message>
    <message>
        <source>Compared earlier, at other depths or another averaging: from %1 to %2. Compare does it anew.</source>
        <translation>Früher verglichen, bei anderen Tiefen oder anderer Mittelung: von %1 bis %2. „Vergleichen“ macht es neu.</translation>
    </message>
    <message>
        <source>Widths from %1 to %2</source>
        <translation>Breiten von %1 bis %2</translation>
    </message>
    <message>
        <source>Compared earlier, not A and B as they are now: %1 and %2. Compare does it anew.</source>
        <translation>Früher verglichen, nicht A und B, wie sie jetzt sind: %1 und %2. „Vergleichen“ macht es neu.</translation>
    </message>
    <message>
        <source>A, %1, and B, %2</source>
        <translation>A, %1, und B, %2</translation>
    </message>
    <message>
        <source>Full size, %1, and B, %2</source>
        <translation>Volle Größe, %1, und B, %2</translation>
    </message>
</context>
<context>
    <name>morphospace::SizeRow</name>
    <message>
        <source>%1, typed</source>
        <translation>%1, eingetippt</translation>
    </message>
</context>
<context>
    <name>morphospace::SmoothnessChart</name>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>first channel</source>
        <translation>erster Kanal</translation>
    </message>
</context>
<context>
    <name>morphospace::SmoothnessChartView</name>
    <message>
        <source>Chart of smoothness</source>
        <translation>Diagramm der Glattheit</translation>
    </message>
    <message>
        <source>Left and right walk through the values; the same numbers are in the table</source>
        <translation>Links und rechts gehen durch die Werte; dieselben Zahlen stehen in der Tabelle</translation>
    </message>
    <message>
        <source>Point at a value to read it</source>
        <translation>Auf einen Wert zeigen, um ihn zu lesen</translation>
    </message>
</context>
<context>
    <name>morphospace::SmoothnessModel</name>
    <message>
        <source>Ordering channels</source>
        <translation>Kanäle werden geordnet</translation>
    </message>
    <message>
        <source>Generating weights</source>
        <translation>Gewichte werden erzeugt</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Accuracy with jitter</source>
        <translation>Genauigkeit mit Jitter</translation>
    </message>
    <message>
        <source>the clean sample</source>
        <translation>die ungestörte Ziehung</translation>
    </message>
    <message>
        <source>one jittered sample</source>
        <translation>eine Ziehung mit Jitter</translation>
    </message>
    <message>
        <source>the average</source>
        <translation>das Mittel</translation>
    </message>
    <message>
        <source>%1 does not say how its pixels are scaled (&apos;input_mean&apos; and &apos;input_deviation&apos; in its header), so that no accuracy can be measured.</source>
        <translation>%1 sagt nicht, wie seine Pixel skaliert sind („input_mean“ und „input_deviation“ im Kopf), daher lässt sich keine Genauigkeit messen.</translation>
    </message>
    <message>
        <source>Accuracy in two orders</source>
        <translation>Genauigkeit in zwei Reihenfolgen</translation>
    </message>
</context>
<context>
    <name>morphospace::SmoothnessPage</name>
    <message>
        <source>Heat maps</source>
        <translation>Heatmaps</translation>
    </message>
    <message>
        <source>The weights as two heat maps with linked zoom</source>
        <translation>Die Gewichte als zwei Heatmaps mit gekoppeltem Zoom</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>The same weights as two lit surfaces, turned together</source>
        <translation>Dieselben Gewichte als zwei beleuchtete Flächen, gemeinsam drehbar</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>Totalvariation</translation>
    </message>
    <message>
        <source>Total variation of every tensor, as bars</source>
        <translation>Totalvariation jedes Tensors, als Balken</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Distance from each channel to the next along the order, as a curve</source>
        <translation>Abstand von jedem Kanal zum nächsten entlang der Reihenfolge, als Kurve</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>The order as a path through the channels&apos; principal plane</source>
        <translation>Die Reihenfolge als Pfad durch die Hauptebene der Kanäle</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Open a checkpoint</source>
        <translation>Checkpoint öffnen</translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors)</source>
        <translation>Checkpoints (*.safetensors)</translation>
    </message>
    <message>
        <source>Export in the order after</source>
        <translation>In der Reihenfolge nachher exportieren</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Whether the order helps: recorded accuracies of manifolds trained on the same base in different orders</source>
        <translation>Ob die Reihenfolge hilft: aufgezeichnete Genauigkeiten von Mannigfaltigkeiten, die auf demselben Basisnetz in verschiedenen Reihenfolgen trainiert wurden</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>The values along the row and along the column that are pointed at, as curves beside the heat maps; while nothing is chosen they are there where there is much room</source>
        <translation>Die Werte entlang der Zeile und der Spalte, auf die gezeigt wird, als Kurven neben den Heatmaps; solange nichts gewählt ist, stehen sie dort, wo viel Platz ist</translation>
    </message>
</context>
<context>
    <name>morphospace::SpecimenSheet</name>
    <message>
        <source>Specimen</source>
        <translation>Schriftprobe</translation>
    </message>
    <message>
        <source>Letters that the model draws; a question mark where the judge reads another letter. Choose one with the mouse or the arrow keys; Ctrl+C copies the sheet as a picture</source>
        <translation>Buchstaben, die das Modell zeichnet; ein Fragezeichen, wo das Prüfnetz einen anderen liest. Mit der Maus oder den Pfeiltasten einen wählen; Strg+C kopiert das Blatt als Bild</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>Noch ist nichts gezeichnet.</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
</context>
<context>
    <name>morphospace::StateNote</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>morphospace::SubjectControls</name>
    <message>
        <source>Orders of channels</source>
        <translation>Reihenfolgen der Kanäle</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>One network with its channels in two orders, or the weights that the manifold generates at full and at the current size</source>
        <translation>Ein Netz mit seinen Kanälen in zwei Reihenfolgen, oder die Gewichte, die die Mannigfaltigkeit bei voller und bei der aktuellen Größe erzeugt</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Which weights are shown</source>
        <translation>Welche Gewichte gezeigt werden</translation>
    </message>
    <message>
        <source>Taps of the kernel</source>
        <translation>Stellen des Kernels</translation>
    </message>
    <message>
        <source>How the taps of a kernel become one value for each pair of channels</source>
        <translation>Wie aus den Stellen eines Kernels ein Wert für jedes Kanalpaar wird</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Shows the numbers behind what is seen</source>
        <translation>Zeigt die Zahlen hinter dem, was zu sehen ist</translation>
    </message>
    <message>
        <source>My network</source>
        <translation>Eigenes Netz</translation>
    </message>
    <message>
        <source>Opens a safetensors checkpoint of a LeNet or a CIFAR ResNet of your own, and writes it with its channels re-ordered</source>
        <translation>Öffnet einen eigenen safetensors-Checkpoint eines LeNet oder CIFAR-ResNet und schreibt ihn mit umgeordneten Kanälen</translation>
    </message>
    <message>
        <source>Open a checkpoint…</source>
        <translation>Checkpoint öffnen …</translation>
    </message>
    <message>
        <source>Export in the order after…</source>
        <translation>In der Reihenfolge nachher exportieren …</translation>
    </message>
    <message>
        <source>Back to the manifold</source>
        <translation>Zurück zur Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>Closes the checkpoint and shows the opened manifold again</source>
        <translation>Schließt den Checkpoint und zeigt wieder die offene Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Abbildung …</translation>
    </message>
    <message>
        <source>Shows the figure as it will be on paper, and writes it as SVG, PDF or PNG</source>
        <translation>Zeigt die Abbildung, wie sie auf Papier aussieht, und schreibt sie als SVG, PDF oder PNG</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>tensor and its shape</comment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Mean over taps</source>
        <translation>Mittel über Kernelstellen</translation>
    </message>
    <message>
        <source>Sum of |taps|</source>
        <translation>Summe |Kernelstellen|</translation>
    </message>
    <message>
        <source>All taps</source>
        <translation>Alle Kernelstellen</translation>
    </message>
    <message>
        <source>Tap %1, %2</source>
        <comment>row and column in the kernel</comment>
        <translation>Kernelstelle %1, %2</translation>
    </message>
    <message>
        <source>The checkpoint whose weights are shown</source>
        <translation>Der Checkpoint, dessen Gewichte gezeigt werden</translation>
    </message>
    <message>
        <source>%1: the weights of this checkpoint are shown. The sliders and the Inspector are still of the opened manifold.</source>
        <translation>%1: Gezeigt werden die Gewichte dieses Checkpoints. Schieberegler und Inspektor gehören weiter zur geöffneten Mannigfaltigkeit.</translation>
    </message>
</context>
<context>
    <name>morphospace::SummaryRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Measure accuracy</source>
        <translation>Genauigkeit messen</translation>
    </message>
    <message>
        <source>Stops measuring; what is known stays</source>
        <translation>Bricht das Messen ab; was bekannt ist, bleibt</translation>
    </message>
    <message>
        <source>Measures the accuracy in the order before and in the one after on the test images, and how far apart the class scores are</source>
        <translation>Misst auf den Testbildern die Genauigkeit in der Reihenfolge vorher und in der nachher, und wie weit die Klassenwerte auseinanderliegen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 right; 95 %: %4 to %5)</source>
        <comment>accuracy, counts, interval</comment>
        <translation>%1 (%2 von %3 richtig; 95 %: %4 bis %5)</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Accuracy on %1, before and after: %2.</source>
        <translation>Genauigkeit auf %1, vorher und nachher: %2.</translation>
    </message>
    <message>
        <source>Accuracy on %1: before %2, after %3.</source>
        <translation>Genauigkeit auf %1: vorher %2, nachher %3.</translation>
    </message>
    <message>
        <source>Class scores of %1 images differ by at most %2 of the largest; %3 change class.</source>
        <translation>Die Klassenwerte von %1 Bildern weichen um höchstens das %2-Fache des größten ab; %3 wechseln die Klasse.</translation>
    </message>
</context>
<context>
    <name>morphospace::SurfacePair</name>
    <message>
        <source>Surface before</source>
        <translation>Fläche vorher</translation>
    </message>
    <message>
        <source>Surface after</source>
        <translation>Fläche nachher</translation>
    </message>
</context>
<context>
    <name>morphospace::Sweep</name>
    <message>
        <source>Sweep over %1 sizes</source>
        <translation>Durchlauf über %1 Größen</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>morphospace::TestImages</name>
    <message>
        <source>Reading test images</source>
        <translation>Testbilder werden gelesen</translation>
    </message>
</context>
<context>
    <name>morphospace::TravelRow</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Lets every channel travel from the order before to the one after</source>
        <translation>Lässt jeden Kanal von der Reihenfolge vorher zu der nachher wandern</translation>
    </message>
    <message>
        <source>Way of the channels</source>
        <translation>Weg der Kanäle</translation>
    </message>
    <message>
        <source>How far every channel has gone from its position in the order before to that in the order after, in percent</source>
        <translation>Wie weit jeder Kanal von seiner Position in der Reihenfolge vorher zu der in der Reihenfolge nachher gegangen ist, in Prozent</translation>
    </message>
    <message>
        <source>Order before</source>
        <translation>Reihenfolge vorher</translation>
    </message>
    <message>
        <source>The order of channels on the left</source>
        <translation>Die Reihenfolge der Kanäle links</translation>
    </message>
    <message>
        <source>Order after</source>
        <translation>Reihenfolge nachher</translation>
    </message>
    <message>
        <source>The order of channels on the right</source>
        <translation>Die Reihenfolge der Kanäle rechts</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stops the channels where they are</source>
        <translation>Hält die Kanäle an, wo sie sind</translation>
    </message>
</context>
<context>
    <name>morphospace::View3D</name>
    <message>
        <source>Arrows turn the surface, with Shift they move it, plus and minus zoom, Home goes back to the first view</source>
        <translation>Pfeiltasten drehen die Fläche, mit Umschalt verschieben sie sie, Plus und Minus zoomen, Pos1 kehrt zur ersten Ansicht zurück</translation>
    </message>
    <message>
        <source>Drag to turn, Shift and drag to move, wheel to zoom; double-click goes back to the first view</source>
        <translation>Ziehen dreht, Umschalt und Ziehen verschiebt, das Mausrad zoomt; Doppelklick kehrt zur ersten Ansicht zurück</translation>
    </message>
    <message>
        <source>The graphics driver did not draw the surface.</source>
        <translation>Der Grafiktreiber hat die Fläche nicht gezeichnet.</translation>
    </message>
</context>
<context>
    <name>morphospace::WeightSpaceControls</name>
    <message>
        <source>Directions</source>
        <translation>Richtungen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all directions</source>
        <translation>Alle Richtungen zurücksetzen</translation>
    </message>
    <message>
        <source>Takes every push back to zero</source>
        <translation>Nimmt jede Verschiebung auf null zurück</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Share of the path</source>
        <translation>Anteil des Weges</translation>
    </message>
    <message>
        <source>How far the model stands on the way from one member to the other, in percent</source>
        <translation>Wie weit das Modell auf dem Weg von einem Mitglied zum anderen steht, in Prozent</translation>
    </message>
    <message>
        <source>Edit acts from step</source>
        <translation>Änderung wirkt ab Schritt</translation>
    </message>
    <message>
        <source>Delayed injection: letters are drawn from noise in time steps 1000 to 0, and the pushes act from this one on. Lower keeps more of what was there.</source>
        <translation>Verzögertes Einsetzen: Buchstaben entstehen aus Rauschen in den Zeitschritten 1000 bis 0, und die Verschiebungen wirken ab diesem. Weniger lässt mehr von dem, was da war.</translation>
    </message>
    <message>
        <source>Edit acts from time step</source>
        <translation>Änderung wirkt ab Zeitschritt</translation>
    </message>
    <message>
        <source>Edit acts from time step, typed</source>
        <translation>Änderung wirkt ab Zeitschritt, getippt</translation>
    </message>
    <message>
        <source>Direction of your own</source>
        <translation>Eigene Richtung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the direction</source>
        <translation>Name der Richtung</translation>
    </message>
    <message>
        <source>What the direction from group A to group B is called</source>
        <translation>Wie die Richtung von Gruppe A zu Gruppe B heißt</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Make the direction</source>
        <translation>Die Richtung anlegen</translation>
    </message>
    <message>
        <source>Makes a slider that leads from the members of group A to those of group B</source>
        <translation>Legt einen Schieber an, der von den Mitgliedern der Gruppe A zu denen der Gruppe B führt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the groups</source>
        <translation>Die Gruppen leeren</translation>
    </message>
    <message>
        <source>Marks no member any more</source>
        <translation>Markiert kein Mitglied mehr</translation>
    </message>
    <message>
        <source>Moves along the part of this direction that the measured others do not have</source>
        <translation>Verschiebt entlang des Teils dieser Richtung, den die anderen gemessenen nicht haben</translation>
    </message>
    <message>
        <source>Remove the direction %1</source>
        <translation>Die Richtung %1 entfernen</translation>
    </message>
    <message>
        <source>Removes this direction and what models are pushed along it</source>
        <translation>Entfernt diese Richtung und alles, was entlang ihr verschoben ist</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 zu %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Walk the path</source>
        <translation>Den Weg gehen</translation>
    </message>
    <message>
        <source>Stops where the model stands now</source>
        <translation>Hält an, wo das Modell jetzt steht</translation>
    </message>
    <message>
        <source>Walks on to the end of the path, or again from its begin</source>
        <translation>Geht weiter bis zum Ende des Weges oder wieder von seinem Anfang</translation>
    </message>
    <message>
        <source>Mark members with the lasso of the map: some as group A, others as group B. The direction leads from A to B.</source>
        <translation>Mitglieder mit dem Lasso der Karte markieren: einige als Gruppe A, andere als Gruppe B. Die Richtung führt von A zu B.</translation>
    </message>
    <message>
        <source>Group A: %1 members, group B: %2 members</source>
        <translation>Gruppe A: %1 Mitglieder, Gruppe B: %2 Mitglieder</translation>
    </message>
    <message>
        <source>⊥ de-biases: this direction without what it shares with the others</source>
        <translation>⊥ entzerrt: diese Richtung ohne das, was sie mit den anderen teilt</translation>
    </message>
    <message>
        <source>No zoo is open.</source>
        <translation>Es ist kein Zoo geöffnet.</translation>
    </message>
</context>
<context>
    <name>morphospace::WeightSpaceInspector</name>
    <message>
        <source>Model B</source>
        <translation>Modell B</translation>
    </message>
    <message>
        <source>Model A</source>
        <translation>Modell A</translation>
    </message>
    <message>
        <source>What the edit did</source>
        <translation>Was die Änderung bewirkt</translation>
    </message>
    <message>
        <source>The zoo</source>
        <translation>Der Zoo</translation>
    </message>
    <message>
        <source>No zoo is open.</source>
        <translation>Es ist kein Zoo geöffnet.</translation>
    </message>
    <message>
        <source>Nearest member: %1 (cosine %2)</source>
        <translation>Nächstes Mitglied: %1 (Kosinus %2)</translation>
    </message>
    <message>
        <source>Legible letters: measured at rest</source>
        <translation>Lesbare Buchstaben: gemessen, sobald alles ruht</translation>
    </message>
    <message>
        <source>Legible letters: %1 of 52</source>
        <translation>Lesbare Buchstaben: %1 von 52</translation>
    </message>
    <message>
        <source>Nothing is pushed: drag a slider on the left.</source>
        <translation>Nichts ist verschoben: links einen Schieber ziehen.</translation>
    </message>
    <message>
        <source>%1: %2 members, %3 components that explain %4 of the variance of %5 weights; %6 left out</source>
        <translation>%1: %2 Mitglieder, %3 Komponenten, die %4 der Varianz von %5 Gewichten erklären; %6 ausgelassen</translation>
    </message>
    <message>
        <source>Coarse: from letters of %1 steps; measured again at rest.</source>
        <translation>Grob: aus Buchstaben von %1 Schritten; in Ruhe wird noch einmal gemessen.</translation>
    </message>
</context>
<context>
    <name>morphospace::WeightSpaceModel</name>
    <message numerus="yes">
        <source>Finding the model of %n letter(s)</source>
        <translation>
            <numerusform>Das Modell von %n Buchstaben suchen</numerusform>
            <numerusform>Das Modell von %n Buchstaben suchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Found a model. The letters that it was shown differ from those it draws by %1 (root mean square, ink is 1).</source>
        <translation>Ein Modell ist gefunden. Die gezeigten Buchstaben weichen von denen, die es zeichnet, um %1 ab (quadratisches Mittel, Tinte ist 1).</translation>
    </message>
    <message>
        <source>Customising to %1</source>
        <translation>Anpassen an %1</translation>
    </message>
    <message>
        <source>%1 was customised in %2. Its letters differ from the font&apos;s by %3; those at its place in the space by %4 (root mean square, ink is 1).</source>
        <translation>%1 wurde in %2 angepasst. Die Buchstaben weichen von denen der Schrift um %3 ab, die an ihrem Ort im Raum um %4 (quadratisches Mittel, Tinte ist 1).</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Samples of %1</source>
        <translation>Stichproben aus %1</translation>
    </message>
    <message>
        <source>Alphabets drawn by %1 models at random places of the weight space.</source>
        <translation>Alphabete, gezeichnet von %1 Modellen an zufälligen Orten des Gewichtsraums.</translation>
    </message>
    <message>
        <source>Drawing letters</source>
        <translation>Buchstaben zeichnen</translation>
    </message>
</context>
<context>
    <name>morphospace::WeightSpacePage</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Members as points at two components: point at one to see its letters, click to go there</source>
        <translation>Mitglieder als Punkte an zwei Komponenten: Zeigen zeigt die Buchstaben, ein Klick geht hin</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>The same at three components, to be turned</source>
        <translation>Dasselbe an drei Komponenten, zum Drehen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Members by name</source>
        <translation>Mitglieder nach Namen</translation>
    </message>
    <message>
        <source>Entanglement</source>
        <translation>Verflechtung</translation>
    </message>
    <message>
        <source>How much directions have in common</source>
        <translation>Wie viel Richtungen gemeinsam haben</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Draws a new model at random; the arrow has how</source>
        <translation>Zieht zufällig ein neues Modell; der Pfeil zeigt, wie</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Gezogen nach</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Goes to the middle of all members</source>
        <translation>Geht in die Mitte aller Mitglieder</translation>
    </message>
    <message>
        <source>Walk…</source>
        <translation>Gehen…</translation>
    </message>
    <message>
        <source>Walks from this member to another one, through all that lies between</source>
        <translation>Geht von diesem Mitglied zu einem anderen, durch alles, was dazwischen liegt</translation>
    </message>
    <message>
        <source>Invert…</source>
        <translation>Invertieren…</translation>
    </message>
    <message>
        <source>Finds the model that draws a few letters: yours, of a picture or of a font</source>
        <translation>Findet das Modell, das ein paar Buchstaben zeichnet: eigene, aus einem Bild oder aus einer Schrift</translation>
    </message>
    <message>
        <source>Customise font…</source>
        <translation>Schrift anpassen…</translation>
    </message>
    <message>
        <source>Makes a font file of yours a model of this space, by all its letters</source>
        <translation>Macht eine eigene Schriftdatei mit all ihren Buchstaben zu einem Modell dieses Raums</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Abbildung…</translation>
    </message>
    <message>
        <source>Shows the letters as they will be on paper, and writes them as SVG, PDF or PNG</source>
        <translation>Zeigt die Buchstaben, wie sie auf Papier aussehen, und schreibt sie als SVG, PDF oder PNG</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Writes this model as an adapter or with its weights merged, or samples</source>
        <translation>Schreibt dieses Modell als Adapter oder mit verrechneten Gewichten, oder Stichproben</translation>
    </message>
    <message>
        <source>A zoo of models, and the space of their weights</source>
        <translation>Ein Zoo von Modellen und der Raum ihrer Gewichte</translation>
    </message>
    <message>
        <source>A zoo is one small diffusion model of letters, customised to many typefaces. Its members&apos; weights are points of a space: walk through it, push a face to be bolder or more slanted, find the model that draws your own letters.</source>
        <translation>Ein Zoo ist ein kleines Diffusionsmodell für Buchstaben, angepasst an viele Schriften. Die Gewichte seiner Mitglieder sind Punkte eines Raums: durch ihn gehen, eine Schrift fetter oder schräger machen, das Modell finden, das die eigenen Buchstaben zeichnet.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Opens this zoo, which ships with the program</source>
        <translation>Öffnet diesen Zoo, der mit dem Programm kommt</translation>
    </message>
    <message>
        <source>Open a zoo…</source>
        <translation>Zoo öffnen…</translation>
    </message>
    <message>
        <source>Open a zoo</source>
        <translation>Einen Zoo öffnen</translation>
    </message>
    <message>
        <source>Chooses a .zoo file to open</source>
        <translation>Wählt eine .zoo-Datei zum Öffnen</translation>
    </message>
    <message>
        <source>Customise to a font</source>
        <translation>An eine Schrift anpassen</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>IDX images (*-idx3-ubyte)</source>
        <translation>IDX-Bilder (*-idx3-ubyte)</translation>
    </message>
    <message>
        <source>Tensors (*.safetensors)</source>
        <translation>Tensoren (*.safetensors)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Fonts (*.ttf *.otf *.ttc *.otc *.pfa *.pfb *.woff);;All files (*)</source>
        <translation>Schriften (*.ttf *.otf *.ttc *.otc *.pfa *.pfb *.woff);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>morphospace::WelcomePage</name>
    <message>
        <source>Open a weight manifold</source>
        <translation>Eine Gewichtsmannigfaltigkeit öffnen</translation>
    </message>
    <message>
        <source>Drop a .manifold file anywhere in this window, or begin with one that ships with the program.</source>
        <translation>Eine .manifold-Datei irgendwo in diesem Fenster ablegen oder mit einer mitgelieferten beginnen.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Opens this manifold, which ships with the program</source>
        <translation>Öffnet diese mitgelieferte Mannigfaltigkeit</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Chooses a .manifold file to open</source>
        <translation>Wählt eine .manifold-Datei zum Öffnen</translation>
    </message>
    <message>
        <source>Manifolds</source>
        <translation>Mannigfaltigkeiten</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Presents this lesson on the whole screen: %1 pages</source>
        <translation>Führt diese Lektion auf dem ganzen Bildschirm vor: %1 Seiten</translation>
    </message>
    <message>
        <source>Zoos</source>
        <translation>Zoos</translation>
    </message>
    <message>
        <source>Opens this zoo, which ships with the program</source>
        <translation>Öffnet diesen Zoo, der mit dem Programm kommt</translation>
    </message>
</context>
<context>
    <name>morphospace::ZooExportDialog</name>
    <message>
        <source>Export from the weight space</source>
        <translation>Aus dem Gewichtsraum exportieren</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>The model that is shown as a LoRA adapter of rank 1, named as PEFT names it (.safetensors)</source>
        <translation>Das gezeigte Modell als LoRA-Adapter vom Rang 1, benannt wie bei PEFT (.safetensors)</translation>
    </message>
    <message>
        <source>Merged weights</source>
        <translation>Verrechnete Gewichte</translation>
    </message>
    <message>
        <source>The model that is shown as a network by itself, which &apos;zoo build --base&apos; takes (.safetensors)</source>
        <translation>Das gezeigte Modell als eigenes Netz, das &apos;zoo build --base&apos; annimmt (.safetensors)</translation>
    </message>
    <message>
        <source>Samples as a picture</source>
        <translation>Stichproben als Bild</translation>
    </message>
    <message>
        <source>Alphabets of new models, drawn as the Sample button draws them (.png)</source>
        <translation>Alphabete neuer Modelle, gezogen wie mit dem Knopf Stichprobe (.png)</translation>
    </message>
    <message>
        <source>Samples as IDX</source>
        <translation>Stichproben als IDX</translation>
    </message>
    <message>
        <source>The same as images and labels of 28 x 28 pixels, as MNIST has them</source>
        <translation>Dasselbe als Bilder und Beschriftungen von 28 x 28 Pixeln, wie MNIST sie hat</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>Zahl der Stichproben</translation>
    </message>
    <message>
        <source>How many models are drawn at random</source>
        <translation>Wie viele Modelle zufällig gezogen werden</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Asks for the file and writes it</source>
        <translation>Fragt nach der Datei und schreibt sie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writes nothing</source>
        <translation>Schreibt nichts</translation>
    </message>
</context>
</TS>
