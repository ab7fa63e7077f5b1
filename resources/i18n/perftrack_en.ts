<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>Band</name>
        <message numerus="yes">
            <source>Lights of %n indicator(s)</source>
            <translation>
                <numerusform>Lights of %n indicator</numerusform>
                <numerusform>Lights of %n indicators</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s)</source>
            <translation>
                <numerusform>%n plan</numerusform>
                <numerusform>%n plans</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BureauPage</name>
        <message numerus="yes">
            <source>%n to explain</source>
            <translation>
                <numerusform>%n to explain</numerusform>
                <numerusform>%n to explain</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardBand</name>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>%n missing</numerusform>
                <numerusform>%n missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardHead</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChangeChart</name>
        <message numerus="yes">
            <source>%n other(s)</source>
            <translation>
                <numerusform>%n other</numerusform>
                <numerusform>%n others</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CollectedDialog</name>
        <message numerus="yes">
            <source>%n cell(s) accepted</source>
            <translation>
                <numerusform>%n cell accepted</numerusform>
                <numerusform>%n cells accepted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) left</source>
            <translation>
                <numerusform>%n left</numerusform>
                <numerusform>%n left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Accept %n cell(s)</source>
            <translation>
                <numerusform>Accept %n cell</numerusform>
                <numerusform>Accept %n cells</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message numerus="yes">
            <source>%n part(s) moved the total</source>
            <translation>
                <numerusform>%n part moved the total</numerusform>
                <numerusform>%n parts moved the total</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComparisonTable</name>
        <message numerus="yes">
            <source>%n other(s), unchanged</source>
            <translation>
                <numerusform>%n other, unchanged</numerusform>
                <numerusform>%n others, unchanged</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryBar</name>
        <message numerus="yes">
            <source>%n not accepted</source>
            <translation>
                <numerusform>%n not accepted</numerusform>
                <numerusform>%n not accepted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not saved</source>
            <translation>
                <numerusform>%n not saved</numerusform>
                <numerusform>%n not saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without cause or remedy</source>
            <translation>
                <numerusform>%n without cause or remedy</numerusform>
                <numerusform>%n without cause or remedy</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>spending of %n not filled in</source>
            <translation>
                <numerusform>spending of %n not filled in</numerusform>
                <numerusform>spending of %n not filled in</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryGrid</name>
        <message numerus="yes">
            <source>%n indicators</source>
            <translation>
                <numerusform>%n indicator</numerusform>
                <numerusform>%n indicators</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryHead</name>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>%n missing</numerusform>
                <numerusform>%n missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EvidenceIntake</name>
        <message numerus="yes">
            <source>%n file(s) added as %1</source>
            <translation>
                <numerusform>%n file added as %1</numerusform>
                <numerusform>%n files added as %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message numerus="yes">
            <source>errors %n</source>
            <translation>
                <numerusform>errors %n</numerusform>
                <numerusform>errors %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>warnings %n</source>
            <translation>
                <numerusform>warnings %n</numerusform>
                <numerusform>warnings %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>hints %n</source>
            <translation>
                <numerusform>hints %n</numerusform>
                <numerusform>hints %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n explained</source>
            <translation>
                <numerusform>%n explained</numerusform>
                <numerusform>%n explained</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundDrafts</name>
        <message numerus="yes">
            <source>%n unsaved cell(s) brought back</source>
            <translation>
                <numerusform>%n unsaved cell brought back</numerusform>
                <numerusform>%n unsaved cells brought back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unsaved text(s) belong to indicators that are not in the file any more</source>
            <translation>
                <numerusform>%n unsaved text belongs to an indicator that is not in the file any more</numerusform>
                <numerusform>%n unsaved texts belong to indicators that are not in the file any more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Matrix</name>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>%n missing</numerusform>
                <numerusform>%n missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mean of %n plan(s)</source>
            <translation>
                <numerusform>Mean of %n plan</numerusform>
                <numerusform>Mean of %n plans</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Office</name>
        <message numerus="yes">
            <source>%n plan(s) of this package are in the file already</source>
            <translation>
                <numerusform>%n plan of this package are in the file already</numerusform>
                <numerusform>%n plans of this package are in the file already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) imported</source>
            <translation>
                <numerusform>%n plan imported</numerusform>
                <numerusform>%n plans imported</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OfficeView</name>
        <message numerus="yes">
            <source>%n plan(s), to the end of %1</source>
            <translation>
                <numerusform>%n plan, to the end of %1</numerusform>
                <numerusform>%n plans, to the end of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied, to be pasted into Excel or WPS</source>
            <translation>
                <numerusform>%n row copied, to be pasted into Excel or WPS</numerusform>
                <numerusform>%n rows copied, to be pasted into Excel or WPS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message numerus="yes">
            <source>%n plan(s) copied, to be pasted into Excel or WPS</source>
            <translation>
                <numerusform>%n plan copied, to be pasted into Excel or WPS</numerusform>
                <numerusform>%n plans copied, to be pasted into Excel or WPS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewTable</name>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>%n missing</numerusform>
                <numerusform>%n missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RailButton</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RefusalsPanel</name>
        <message numerus="yes">
            <source>Not accepted: %n</source>
            <translation>
                <numerusform>%n cell not accepted</numerusform>
                <numerusform>%n cells not accepted</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewList</name>
        <message numerus="yes">
            <source>late by %n day(s)</source>
            <translation>
                <numerusform>late by %n day</numerusform>
                <numerusform>late by %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message numerus="yes">
            <source>late by %n day(s)</source>
            <translation>
                <numerusform>late by %n day</numerusform>
                <numerusform>late by %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) not approved yet</source>
            <translation>
                <numerusform>%n plan not approved yet</numerusform>
                <numerusform>%n plans not approved yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Approve %n plan(s)</source>
            <translation>
                <numerusform>Approve %n plan</numerusform>
                <numerusform>Approve %n plans</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late plan(s) copied as text</source>
            <translation>
                <numerusform>%n late plan copied as text</numerusform>
                <numerusform>%n late plans copied as text</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RubricSection</name>
        <message numerus="yes">
            <source>%1 also given %n time(s) elsewhere</source>
            <translation>
                <numerusform>%1 also given %n time elsewhere</numerusform>
                <numerusform>%1 also given %n times elsewhere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SheetsPage</name>
        <message numerus="yes">
            <source>%n error(s) in the chosen plans. Write the sheets all the same?</source>
            <translation>
                <numerusform>%n error in the chosen plans. Write the sheets all the same?</numerusform>
                <numerusform>%n errors in the chosen plans. Write the sheets all the same?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export %n sheet(s)</source>
            <translation>
                <numerusform>Export %n sheet</numerusform>
                <numerusform>Export %n sheets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled. %n file(s) were ready and stay in %1</source>
            <translation>
                <numerusform>Cancelled. %n file were ready and stay in %1</numerusform>
                <numerusform>Cancelled. %n files were ready and stay in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written to %1</source>
            <translation>
                <numerusform>%n file written to %1</numerusform>
                <numerusform>%n files written to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StandingTable</name>
        <message numerus="yes">
            <source>%n not reported</source>
            <translation>
                <numerusform>%n not reported</numerusform>
                <numerusform>%n not reported</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n cell(s) not accepted; what you typed is kept</source>
            <translation>
                <numerusform>%n cell not accepted; what you typed is kept</numerusform>
                <numerusform>%n cells not accepted; what you typed is kept</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) not saved</source>
            <translation>
                <numerusform>%n cell not saved</numerusform>
                <numerusform>%n cells not saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) brought back that were not saved</source>
            <translation>
                <numerusform>%n unsaved cell brought back</numerusform>
                <numerusform>%n unsaved cells brought back</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Submitting</name>
        <message numerus="yes">
            <source>%n cell(s) not accepted: put them right first</source>
            <translation>
                <numerusform>%n cell not accepted: put it right first</numerusform>
                <numerusform>%n cells not accepted: put them right first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) not saved: save them first</source>
            <translation>
                <numerusform>%n cell not saved: save it first</numerusform>
                <numerusform>%n cells not saved: save them first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) to put right first</source>
            <translation>
                <numerusform>%n error to put right first</numerusform>
                <numerusform>%n errors to put right first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s) to explain first</source>
            <translation>
                <numerusform>%n warning to explain first</numerusform>
                <numerusform>%n warnings to explain first</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrialBar</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message numerus="yes">
            <source>%n value(s), spending</source>
            <translation>
                <numerusform>%n value, spending</numerusform>
                <numerusform>%n values, spending</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n value(s) missing</source>
            <translation>
                <numerusform>%n value missing</numerusform>
                <numerusform>%n values missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>late by %n day(s)</source>
            <translation>
                <numerusform>late by %n day</numerusform>
                <numerusform>late by %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message numerus="yes">
            <source>%n plan(s) to report</source>
            <translation>
                <numerusform>%n plan to report</numerusform>
                <numerusform>%n plans to report</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) to review</source>
            <translation>
                <numerusform>%n plan to review</numerusform>
                <numerusform>%n plans to review</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WriteFormsDialog</name>
        <message numerus="yes">
            <source>Write %n form(s)</source>
            <translation>
                <numerusform>Write %n form</numerusform>
                <numerusform>Write %n forms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled; %n form(s) are ready</source>
            <translation>
                <numerusform>Cancelled; %n form is ready</numerusform>
                <numerusform>Cancelled; %n forms are ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n form(s) written</source>
            <translation>
                <numerusform>%n form written</numerusform>
                <numerusform>%n forms written</numerusform>
            </translation>
        </message>
    </context>
</TS>
