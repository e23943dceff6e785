<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>morphospace</name>
    <message numerus="yes">
        <source>Cosines between %n direction(s).</source>
        <translation>
            <numerusform>Cosines between %n direction.</numerusform>
            <numerusform>Cosines between %n directions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>morphospace::InvertDialog</name>
    <message numerus="yes">
        <source>%n letter(s): %1</source>
        <translation>
            <numerusform>%n letter: %1</numerusform>
            <numerusform>%n letters: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>morphospace::LetterCanvas</name>
    <message numerus="yes">
        <source>Letter %1, %n stroke(s)</source>
        <translation>
            <numerusform>Letter %1, %n stroke</numerusform>
            <numerusform>Letter %1, %n strokes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>morphospace::RecoveryDialog</name>
    <message numerus="yes">
        <source>%1   –   %n step(s), last change %2</source>
        <translation>
            <numerusform>%1   –   %n step, last change %2</numerusform>
            <numerusform>%1   –   %n steps, last change %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>morphospace::WeightSpaceModel</name>
    <message numerus="yes">
        <source>Finding the model of %n letter(s)</source>
        <translation>
            <numerusform>Finding the model of %n letter</numerusform>
            <numerusform>Finding the model of %n letters</numerusform>
        </translation>
    </message>
</context>
</TS>
