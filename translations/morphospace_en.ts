<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
