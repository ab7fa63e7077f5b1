<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>Actions</name>
        <message>
            <source>New office</source>
            <translation>新建单位</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>See the sample</source>
            <translation>看示例</translation>
        </message>
        <message>
            <source>Close file</source>
            <translation>关闭文件</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Read the file anew</source>
            <translation>重新读取文件</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>下一区域</translation>
        </message>
        <message>
            <source>Previous part of the window</source>
            <translation>上一区域</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Go to quarter 1</source>
            <translation>转到一季度</translation>
        </message>
        <message>
            <source>Go to quarter 2</source>
            <translation>转到二季度</translation>
        </message>
        <message>
            <source>Go to quarter 3</source>
            <translation>转到三季度</translation>
        </message>
        <message>
            <source>Go to quarter 4</source>
            <translation>转到四季度</translation>
        </message>
    </context>
    <context>
        <name>Alerts</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Band</name>
        <message numerus="yes">
            <source>Lights of %n indicator(s)</source>
            <translation>
                <numerusform>%n 项指标的灯</numerusform>
            </translation>
        </message>
        <message>
            <source>Department total</source>
            <translation>部门整体得分</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s)</source>
            <translation>
                <numerusform>%n 份绩效目标</numerusform>
            </translation>
        </message>
        <message>
            <source>No plan of the department as a whole</source>
            <translation>没有部门整体绩效目标</translation>
        </message>
        <message>
            <source>Execution rate</source>
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>Executed / budget (10,000 yuan)</source>
            <translation>执行 / 预算（万元）</translation>
        </message>
        <message>
            <source>Year gone %1</source>
            <translation>时间进度 %1</translation>
        </message>
        <message>
            <source>No spending reported</source>
            <translation>未报执行数</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>与时间进度持平</translation>
        </message>
        <message>
            <source>%1 points behind</source>
            <translation>慢 %1 个百分点</translation>
        </message>
        <message>
            <source>%1 points ahead</source>
            <translation>快 %1 个百分点</translation>
        </message>
    </context>
    <context>
        <name>Body</name>
        <message>
            <source>Saved already: everything is stored as soon as it is entered</source>
            <translation>已保存：录入后随即保存</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>已撤销：%1</translation>
        </message>
        <message>
            <source>Done again: %1</source>
            <translation>已重做：%1</translation>
        </message>
    </context>
    <context>
        <name>CardBand</name>
        <message>
            <source>Rating</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Total</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>{points} to {rating}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>capped at %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardCharts</name>
        <message>
            <source>Budget execution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, share of the weight in %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>¥10,000</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{unit}, {points} points behind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{unit}, {points} points ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{note}, axis from {start}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardHead</name>
        <message>
            <source>%1, of this year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, this reading only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not confirmed by the finance bureau</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confirmed by the finance bureau on {date}, {document}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Page Up and Ctrl+Page Down go to the next plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the table for a spreadsheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This reading only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Rule pack %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CellStates</name>
        <message>
            <source>Not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Derived</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Has a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>Save as PNG</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as PNG…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message>
            <source>Q1</source>
            <translation>一季度</translation>
        </message>
        <message>
            <source>Q2</source>
            <translation>二季度</translation>
        </message>
        <message>
            <source>Q3</source>
            <translation>三季度</translation>
        </message>
        <message>
            <source>Q4</source>
            <translation>四季度</translation>
        </message>
    </context>
    <context>
        <name>Chooser</name>
        <message>
            <source>Type to narrow down</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>Something went wrong in the program. What was saved is safe; the last step may not have been done. A report is in %1. Please send it to whoever looks after perftrack.</source>
            <translation>程序出错。已保存的数据完好，最后一步可能没有完成。错误报告在 %1，请发给维护人员。</translation>
        </message>
    </context>
    <context>
        <name>DetailsPanel</name>
        <message>
            <source>Close (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share of the grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anything a reader should know about this value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>quarters add up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>total to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>latest value counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mean of the quarters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>highest counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lowest counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Q1</source>
            <translation>一季度</translation>
        </message>
        <message>
            <source>Q2</source>
            <translation>二季度</translation>
        </message>
        <message>
            <source>Q3</source>
            <translation>三季度</translation>
        </message>
        <message>
            <source>Q4</source>
            <translation>四季度</translation>
        </message>
    </context>
    <context>
        <name>EntryBar</name>
        <message numerus="yes">
            <source>%n not accepted</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not saved</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without cause or remedy</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Everything is filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 not filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 and %2 more not filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 without a grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 and %2 more without a grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, </source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>spending of %n not filled in</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List what a careful reader would point out</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntryGrid</name>
        <message>
            <source>Not applicable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>derived from the quarters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>derived from the total to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>derived</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Indicator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In quarter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation>灯</translation>
        </message>
        <message>
            <source>Cause of deviation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remedy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not reported</source>
            <translation type="unfinished">未报</translation>
        </message>
        <message>
            <source>saved</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntryHead</name>
        <message>
            <source>Plan: %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Read-only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Being filled in</source>
            <translation>填报中</translation>
        </message>
        <message>
            <source>All filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Paste from Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the copied block in from the current cell on (Ctrl+V)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Limits, history and explanation of the current cell (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Indicators</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Funds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in 万元, executed to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No plan in this year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import targets or choose another year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pasted %1 cells: %2 filled in, %3 not accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, %2 outside the form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>ExecutionCurve</name>
        <message>
            <source>executed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>budget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: executed {values} of {budget}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: nothing reported of {budget}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Budget %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing reported yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{quarter}  executed {spent}
calendar {due}
budget {budget}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExplanationPanel</name>
        <message>
            <source>How it was scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy explanation</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExplanationTree</name>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Office file</source>
            <translation>单位文件</translation>
        </message>
        <message>
            <source>perftrack package</source>
            <translation>perftrack 交换包</translation>
        </message>
    </context>
    <context>
        <name>FindingsList</name>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hint</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message numerus="yes">
            <source>errors %n</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>warnings %n</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>hints %n</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Nothing to point out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>FindingsView</name>
        <message>
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <source>Budget performance, in one book</source>
            <translation>预算绩效，一本账</translation>
        </message>
        <message>
            <source>Targets, results, scores and self-evaluation sheets, all in one file</source>
            <translation>目标、填报、评分到自评表，都在一个文件里</translation>
        </message>
        <message>
            <source>New office</source>
            <translation>新建单位</translation>
        </message>
        <message>
            <source>Begin with an empty file for your office</source>
            <translation>从空白文件开始</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Go on with a file you have (.perftrack)</source>
            <translation>继续使用已有的文件（.perftrack）</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Read targets and results from a perftrack package (.json)</source>
            <translation>读取 perftrack 交换包（.json）中的目标和填报</translation>
        </message>
        <message>
            <source>See the sample</source>
            <translation>看示例</translation>
        </message>
        <message>
            <source>延安北路街道 2024: 6 plans, 38 indicators, made-up results</source>
            <translation>延安北路街道 2024 年：6 份绩效目标，38 项指标</translation>
        </message>
        <message>
            <source>Or drop a file here</source>
            <translation>也可把文件拖到这里</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Fiscal year %1　self-evaluation　sample data</source>
            <translation>%1 年度　绩效自评　示例数据</translation>
        </message>
    </context>
    <context>
        <name>FootList</name>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>全部 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FundsGrid</name>
        <message>
            <source>%1 of the year gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 executed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Initial budget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full-year budget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remarks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GradeEditor</name>
        <message>
            <source>Share in per cent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no grade yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grade: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 2 3</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryChart</name>
        <message>
            <source>History: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing reported yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Lights</name>
        <message>
            <source>Green</source>
            <translation>绿</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>黄</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation>未报</translation>
        </message>
    </context>
    <context>
        <name>LossList</name>
        <message>
            <source>To look at</source>
            <translation>要看的指标</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>完成值</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>失分</translation>
        </message>
        <message>
            <source>by points lost</source>
            <translation>按失分排列</translation>
        </message>
        <message>
            <source>No indicator costs points</source>
            <translation>没有失分的指标</translation>
        </message>
    </context>
    <context>
        <name>LossTable</name>
        <message>
            <source>Actual</source>
            <translation>完成值</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>失分</translation>
        </message>
    </context>
    <context>
        <name>Losses</name>
        <message>
            <source>not reported</source>
            <translation>未报</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>须说明</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>Opened last</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>%1</source>
            <comment>fiscal year</comment>
            <translation>%1 年</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
    </context>
    <context>
        <name>NewOfficeDialog</name>
        <message>
            <source>New office</source>
            <translation>新建单位</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Name of the office</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>As it stands on official sheets</source>
            <translation>与正式表格上的名称一致</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>There is a file of this name already; choose another place</source>
            <translation>已有同名文件，请换一个位置</translation>
        </message>
        <message>
            <source>Where to keep the file</source>
            <translation>文件存放位置</translation>
        </message>
    </context>
    <context>
        <name>Office</name>
        <message>
            <source>Open an office file</source>
            <translation>打开单位文件</translation>
        </message>
        <message>
            <source>Import a package</source>
            <translation>导入交换包</translation>
        </message>
        <message>
            <source>Where to keep the new office file</source>
            <translation>新单位文件的存放位置</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) of this package are in the file already</source>
            <translation>
                <numerusform>交换包中有 %n 份绩效目标已在文件里</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace them</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Their results are replaced by those of the package. Undo brings them back.</source>
            <translation>现有填报将换成交换包中的填报；可以撤销。</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) imported</source>
            <translation>
                <numerusform>已导入 %n 份绩效目标</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>Rate by level 1 (%)</source>
            <translation>一级得分率（%）</translation>
        </message>
        <message>
            <source>to the end of %1 (months 1–%2)</source>
            <translation>截至%1末（1–%2 月）</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>Sample: results and spending are made up</source>
            <translation>示例数据：完成值和执行数为演示所拟</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the table for Excel or WPS</source>
            <translation>复制表格，可粘贴到 Excel、WPS</translation>
        </message>
        <message>
            <source>Plans of the year</source>
            <translation>本年绩效目标</translation>
        </message>
        <message>
            <source>There is no plan in this year yet</source>
            <translation>本年还没有绩效目标</translation>
        </message>
        <message>
            <source>Import a perftrack package (.json) with the year's plans; what the file has stays as it is</source>
            <translation>请导入含本年绩效目标的 perftrack 交换包（.json），文件中已有的内容不变</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) copied, to be pasted into Excel or WPS</source>
            <translation>
                <numerusform>已复制 %n 份绩效目标，可粘贴到 Excel、WPS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewTable</name>
        <message>
            <source>Light</source>
            <translation>灯</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>绩效目标</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺项</translation>
        </message>
        <message>
            <source>Quarters</source>
            <translation>四季走势</translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 (10,000 yuan)</source>
            <translation>%1 / %2 万元</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>填报</translation>
        </message>
        <message>
            <source>Scorecards</source>
            <translation>评分卡</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>PaperPreview</name>
        <message>
            <source>Preview, no sheet chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview: {title}, {name}, page {page} of {pages}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProgressRow</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
    </context>
    <context>
        <name>RailButton</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n 项待办</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RatingBar</name>
        <message>
            <source>forecast %1</source>
            <translation>预测 %1</translation>
        </message>
    </context>
    <context>
        <name>RunningWork</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>ScorecardTable</name>
        <message>
            <source>Budget execution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>of ceiling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not applicable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cannot be read: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scored by hand: {reason}
By the rule: {computed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not applicable: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation>灯</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>完成值</translation>
        </message>
        <message>
            <source>Completion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Trend</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScorecardsPage</name>
        <message>
            <source>%1 has no plans yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import the year's targets, then their scorecards stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scorecard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture could not be written to %1. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search plans, indicators, commands</source>
            <translation>搜索目标、指标、命令</translation>
        </message>
    </context>
    <context>
        <name>SearchList</name>
        <message>
            <source>Nothing found. Try part of a name.</source>
            <translation>没有找到，请换个词</translation>
        </message>
    </context>
    <context>
        <name>Segments</name>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
    </context>
    <context>
        <name>ShareMover</name>
        <message>
            <source>%1: %2% to %3%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share in per cent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>computed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason for the share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SheetPlans</name>
        <message>
            <source>has errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has warnings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SheetPreview</name>
        <message>
            <source>Whole page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A4 landscape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A4 portrait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{way}, page {page} of {pages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page or plan before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next page or plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the paper</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SheetsPage</name>
        <message>
            <source>%1 has no plans yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import the year's targets, then their sheets can be written here.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n error(s) in the chosen plans. Write the sheets all the same?</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Write</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sheets then show what is there; what cannot be read stays as typed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking plans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The year has not ended: as of the end of %1</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Export %n sheet(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Into %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose at least one plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exporting</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Cancelled. %n file(s) were ready and stay in %1</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written to %1</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>SheetsPanel</name>
        <message>
            <source>Folder for the sheets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheets</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Target sheets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Self-evaluation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plans  {chosen} of {count} chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A file each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>errors {errors}  warnings {warnings}  hints {hints}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to point out</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Your data stays on this computer; no network is needed</source>
            <translation>数据只存在本机，无需联网</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) not accepted; what you typed is kept</source>
            <translation>
                <numerusform>%n 格未接受，输入保留</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) not saved</source>
            <translation>
                <numerusform>%n 格未保存</numerusform>
            </translation>
        </message>
        <message>
            <source>Read only: nothing can be saved in this file</source>
            <translation>只读文件，不能保存</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>No file is open</source>
            <translation>尚未打开文件</translation>
        </message>
        <message>
            <source>Sample data</source>
            <translation>示例数据</translation>
        </message>
    </context>
    <context>
        <name>Subtotal</name>
        <message>
            <source>of %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Office: %1</source>
            <translation>单位：%1</translation>
        </message>
        <message>
            <source>Fiscal year: %1</source>
            <translation>年度：%1</translation>
        </message>
        <message>
            <source>Q1</source>
            <translation>一季度</translation>
        </message>
        <message>
            <source>Q2</source>
            <translation>二季度</translation>
        </message>
        <message>
            <source>Q3</source>
            <translation>三季度</translation>
        </message>
        <message>
            <source>Q4</source>
            <translation>四季度</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>季度</translation>
        </message>
        <message>
            <source>Language and appearance</source>
            <translation>语言和外观</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>TrendChart</name>
        <message>
            <source>%1 to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the quarter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: {values}. Target {target}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: not reported. Target {target}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing reported yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the quarter %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>milestone %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message>
            <source>Not reported</source>
            <translation>未填报</translation>
        </message>
        <message>
            <source>Being filled in</source>
            <translation>填报中</translation>
        </message>
        <message>
            <source>All reported</source>
            <translation>已报齐</translation>
        </message>
        <message numerus="yes">
            <source>%n value(s), spending</source>
            <translation>
                <numerusform>缺 %n 项、执行数</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n value(s)</source>
            <translation>
                <numerusform>缺 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>spending</source>
            <translation>缺执行数</translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message>
            <source>Waiting for</source>
            <translation>在等谁</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) to report</source>
            <translation>
                <numerusform>待填报 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody: every plan has reported this quarter</source>
            <translation>没有：本季都已报齐</translation>
        </message>
    </context>
    <context>
        <name>WaterfallChart</name>
        <message>
            <source>{total} of {full}. Lost: {losses}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{total} of {full}. Nothing lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
    </context>
    <context>
        <name>WorkArea</name>
        <message>
            <source>Go to %1</source>
            <translation>转到%1</translation>
        </message>
    </context>
</TS>
