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
        <message>
            <source>Write forms</source>
            <translation>制作填报表</translation>
        </message>
        <message>
            <source>Read forms back</source>
            <translation>读回填报表</translation>
        </message>
    </context>
    <context>
        <name>AheadLine</name>
        <message>
            <source>Year end</source>
            <translation>全年预测</translation>
        </message>
        <message>
            <source>cannot be said yet</source>
            <translation>尚无法预测</translation>
        </message>
        <message>
            <source>low %1</source>
            <translation>低 %1</translation>
        </message>
        <message>
            <source>high %1</source>
            <translation>高 %1</translation>
        </message>
        <message>
            <source>In fact</source>
            <translation>实际</translation>
        </message>
        <message>
            <source>Nothing was reported yet.</source>
            <translation>尚未填报，无法预测。</translation>
        </message>
        <message>
            <source>Every indicator goes on as its quarters so far; low takes the least of each at once, high the most.</source>
            <translation>各项按已报各季度推算到年末；低为各项同时取最低，高为各项同时取最高。</translation>
        </message>
    </context>
    <context>
        <name>AlertEditor</name>
        <message>
            <source>The draft blames</source>
            <translation>草稿归因</translation>
        </message>
        <message>
            <source>Kind of cause of the draft</source>
            <translation>草稿的原因类别</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>偏差原因</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>改进措施</translation>
        </message>
        <message>
            <source>Open in Entry</source>
            <translation>去填报</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Ctrl+Enter stores and goes on</source>
            <translation>Ctrl+Enter 保存并到下一条</translation>
        </message>
        <message>
            <source>Only for reading: you may not enter here, or the quarter is settled</source>
            <translation>只读：无权填写，或该季度已提交、通过或锁定</translation>
        </message>
        <message>
            <source>Complete what stands in brackets: until then it stays to be cleared</source>
            <translation>请补齐括号里的内容，补齐前仍算未说明</translation>
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
        <name>AlertsTable</name>
        <message>
            <source>Plan</source>
            <translation>绩效目标</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>三级指标</translation>
        </message>
        <message>
            <source>What is stopped at</source>
            <translation>会被指出的问题</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Budget execution</source>
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>explained</source>
            <translation>已说明</translation>
        </message>
        <message>
            <source>not yours to say</source>
            <translation>只读</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>未补齐</translation>
        </message>
        <message>
            <source>to explain</source>
            <translation>待说明</translation>
        </message>
    </context>
    <context>
        <name>AnnexPrinting</name>
        <message>
            <source>No printer is set up on this computer.</source>
            <translation>这台电脑没有安装打印机。</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>A PDF file looks the same and can be printed elsewhere.</source>
            <translation>PDF 文件版式相同，可以拿到别处打印。</translation>
        </message>
        <message>
            <source>Save the explanation as PDF</source>
            <translation>评分说明存为 PDF</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已送打印机</translation>
        </message>
        <message>
            <source>The printer did not take the pages. Save them as PDF instead.</source>
            <translation>打印机没有接收。请改存为 PDF。</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
    </context>
    <context>
        <name>AppearanceSection</name>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
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
            <source>Kept on this machine for you, not in the file</source>
            <translation>只保存在这台电脑上，不写入文件</translation>
        </message>
    </context>
    <context>
        <name>AsOf</name>
        <message>
            <source>Past day</source>
            <translation>往日</translation>
        </message>
        <message>
            <source>Show the scorecard as it stood on a past day</source>
            <translation>看评分卡在过去某一天的样子</translation>
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
        <name>Brief</name>
        <message>
            <source>{year}, to the end of {quarter}</source>
            <translation>{year} 年，截至{quarter}末</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 页 共 {pages} 页</translation>
        </message>
        <message>
            <source>Rule pack %1</source>
            <translation>规则包 %1</translation>
        </message>
        <message>
            <source>not confirmed by the finance bureau</source>
            <translation>未经财政部门确认</translation>
        </message>
        <message>
            <source>sample data</source>
            <translation>示例数据</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>%n indicator(s) not reported</source>
            <translation>%n 项指标未报</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总分</translation>
        </message>
        <message>
            <source>of %1</source>
            <translation>满分 %1</translation>
        </message>
        <message>
            <source>Level 1</source>
            <translation>一级</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>灯</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>三级指标</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>指标值</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>完成值</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>分值</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>失分</translation>
        </message>
        <message>
            <source>Budget execution (10,000 yuan)</source>
            <translation>预算执行（万元）</translation>
        </message>
        <message>
            <source>%n more line(s), in the program</source>
            <translation>另有 %n 行，见软件</translation>
        </message>
        <message>
            <source>Goal of the year</source>
            <translation>年度目标</translation>
        </message>
        <message>
            <source>To look into</source>
            <translation>需核对的问题</translation>
        </message>
        <message>
            <source>%n more, in the program</source>
            <translation>另有 %n 条，见软件</translation>
        </message>
        <message>
            <source>not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Budget execution</source>
            <translation>预算执行</translation>
        </message>
        <message>
            <source>Cap</source>
            <translation>封顶</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>共失 %1 分</translation>
        </message>
        <message>
            <source>Points lost</source>
            <translation>失分去向</translation>
        </message>
        <message>
            <source>10,000 yuan</source>
            <translation>万元</translation>
        </message>
        <message>
            <source>Trend</source>
            <translation>走势</translation>
        </message>
        <message>
            <source>Causes and remedies</source>
            <translation>偏差原因和改进措施</translation>
        </message>
        <message>
            <source>How the largest losses came about</source>
            <translation>主要失分的计算</translation>
        </message>
        <message>
            <source>Cause: %1</source>
            <translation>原因：%1</translation>
        </message>
        <message>
            <source>Remedy: %1</source>
            <translation>措施：%1</translation>
        </message>
        <message>
            <source>None was given yet</source>
            <translation>尚未填写</translation>
        </message>
        <message>
            <source>Nothing was lost</source>
            <translation>没有失分</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>绩效目标</translation>
        </message>
        <message>
            <source>%n plan(s)</source>
            <translation>%n 个</translation>
        </message>
        <message>
            <source>Projects by budget</source>
            <translation>项目加权</translation>
        </message>
        <message>
            <source>Unweighted</source>
            <translation>项目平均</translation>
        </message>
        <message>
            <source>year gone %1</source>
            <translation>时间进度 %1</translation>
        </message>
        <message>
            <source>Department total</source>
            <translation>部门整体总分</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>绩效目标</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>处室</translation>
        </message>
        <message>
            <source>%n more plan(s) with higher totals, in the program</source>
            <translation>另有 %n 个总分更高，见软件</translation>
        </message>
        <message>
            <source>Totals by quarter, one scale for all</source>
            <translation>各季度总分，同一刻度</translation>
        </message>
        <message>
            <source>Department roll-up</source>
            <translation>部门汇总</translation>
        </message>
        <message>
            <source>Behind or silent</source>
            <translation>落后或未报</translation>
        </message>
        <message>
            <source>Indicators to look at</source>
            <translation>要看的指标</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门整体</translation>
        </message>
        <message>
            <source>All projects</source>
            <translation>全部项目</translation>
        </message>
        <message>
            <source>Without a section</source>
            <translation>未分处室</translation>
        </message>
        <message>
            <source>{subject}: {finding}</source>
            <translation>{subject}：{finding}</translation>
        </message>
        <message>
            <source>as of the end of %1</source>
            <translation>截至 %1</translation>
        </message>
    </context>
    <context>
        <name>BriefActs</name>
        <message>
            <source>Save brief as PDF</source>
            <translation>保存简报为 PDF</translation>
        </message>
        <message>
            <source>Save brief as PNG</source>
            <translation>保存简报为 PNG</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>图片 (*.png)</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入 %1</translation>
        </message>
        <message>
            <source>Print brief</source>
            <translation>打印简报</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已发送到打印机</translation>
        </message>
        <message>
            <source>The printer took nothing. Choose another one, or save as PDF.</source>
            <translation>打印机没有接收。请换一台打印机，或保存为 PDF。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>A brief of two pages for a meeting (Ctrl+P)</source>
            <translation>会议用两页简报（Ctrl+P）</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>保存为 PDF…</translation>
        </message>
        <message>
            <source>Save as PNG…</source>
            <translation>保存为 PNG…</translation>
        </message>
        <message>
            <source>No printer is set up on this computer.</source>
            <translation>这台电脑没有安装打印机。</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>保存为 PDF</translation>
        </message>
        <message>
            <source>A PDF file looks the same and can be printed elsewhere.</source>
            <translation>PDF 文件样子相同，可以在别处打印。</translation>
        </message>
    </context>
    <context>
        <name>BureauPage</name>
        <message>
            <source>Bureau check</source>
            <translation>财政复核</translation>
        </message>
        <message>
            <source>What the finance side will stop at</source>
            <translation>财政部门会指出的问题</translation>
        </message>
        <message>
            <source>Open in Entry</source>
            <translation>去填报</translation>
        </message>
        <message>
            <source>Nothing the finance side would stop at</source>
            <translation>没有财政部门会指出的问题</translation>
        </message>
        <message numerus="yes">
            <source>%n to explain</source>
            <translation>
                <numerusform>%n 条待说明</numerusform>
            </translation>
        </message>
        <message>
            <source>{left} of {count} in {plans} plans</source>
            <translation>{left}，共 {count} 条，涉及 {plans} 份目标</translation>
        </message>
        <message>
            <source>most are raised with quarter 4</source>
            <translation>多数在四季度才会提出</translation>
        </message>
        <message>
            <source>As of this quarter there is nothing left to explain.</source>
            <translation>截至本季度没有须说明的。</translation>
        </message>
    </context>
    <context>
        <name>CardActs</name>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Print explanation</source>
            <translation>打印评分说明</translation>
        </message>
        <message>
            <source>Save explanation as PDF</source>
            <translation>评分说明存为 PDF</translation>
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
            <translation>总分</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>{points} to {rating}</source>
            <translation>距{rating} {points} 分</translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>capped at %1</source>
            <translation>封顶 %1</translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Explain %1</source>
            <translation>说明 %1</translation>
        </message>
    </context>
    <context>
        <name>CardCharts</name>
        <message>
            <source>Budget execution</source>
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>Cap</source>
            <translation>封顶</translation>
        </message>
        <message>
            <source>Points lost</source>
            <translation>失分去向</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>共失 %1 分</translation>
        </message>
        <message>
            <source>nothing lost</source>
            <translation>没有失分</translation>
        </message>
        <message>
            <source>%1, share of the weight in %</source>
            <translation>%1，占分值的 %</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Trend</source>
            <translation>走势</translation>
        </message>
        <message>
            <source>¥10,000</source>
            <translation>万元</translation>
        </message>
        <message>
            <source>{unit}, {points} points behind</source>
            <translation>{unit}，慢 {points} 个百分点</translation>
        </message>
        <message>
            <source>{unit}, {points} points ahead</source>
            <translation>{unit}，快 {points} 个百分点</translation>
        </message>
        <message>
            <source>{note}, axis from {start}</source>
            <translation>{note}，纵轴自 {start} 起</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>已失</translation>
        </message>
        <message>
            <source>To be won</source>
            <translation>可争取</translation>
        </message>
        <message>
            <source>Points lost or still to be won</source>
            <translation>失分或还能争取的分</translation>
        </message>
        <message>
            <source>Still to be won</source>
            <translation>还能争取的分</translation>
        </message>
    </context>
    <context>
        <name>CardHead</name>
        <message>
            <source>%1, of this year</source>
            <translation>%1，本年采用</translation>
        </message>
        <message>
            <source>%1, this reading only</source>
            <translation>%1，仅此次查看</translation>
        </message>
        <message>
            <source>not confirmed by the finance bureau</source>
            <translation>未经财政部门确认</translation>
        </message>
        <message>
            <source>confirmed by the finance bureau on {date}, {document}</source>
            <translation>财政部门 {date} 确认，{document}</translation>
        </message>
        <message>
            <source>Plan: %1</source>
            <translation>绩效目标：%1</translation>
        </message>
        <message>
            <source>Ctrl+Page Up and Ctrl+Page Down go to the next plan</source>
            <translation>Ctrl+Page Up、Ctrl+Page Down 换绩效目标</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the table for a spreadsheet</source>
            <translation>复制表格，可粘贴到 Excel、WPS</translation>
        </message>
        <message>
            <source>This reading only</source>
            <translation>仅此次查看</translation>
        </message>
        <message>
            <source>Back to %1</source>
            <translation>回到 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n 条发现</numerusform>
            </translation>
        </message>
        <message>
            <source>Rule pack %1</source>
            <translation>规则包 %1</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>实际</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>试算</translation>
        </message>
        <message>
            <source>The card as it is, or a trial</source>
            <translation>实际评分卡或试算</translation>
        </message>
        <message>
            <source>Try values without saving (Ctrl+T)</source>
            <translation>试填数值，不保存（Ctrl+T）</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Compare with another state (Ctrl+D)</source>
            <translation>与另一时点或口径对比（Ctrl+D）</translation>
        </message>
    </context>
    <context>
        <name>CellStates</name>
        <message>
            <source>Not accepted</source>
            <translation>未接受</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation>未报</translation>
        </message>
        <message>
            <source>Derived</source>
            <translation>推算</translation>
        </message>
        <message>
            <source>Has a note</source>
            <translation>有批注</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
    </context>
    <context>
        <name>ChangeChart</name>
        <message numerus="yes">
            <source>%n other(s)</source>
            <translation>
                <numerusform>其余 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>From {before} to {after}. {changes}</source>
            <translation>由 {before} 到 {after}。{changes}</translation>
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
        <message>
            <source>Forecast %1</source>
            <translation>预测 %1</translation>
        </message>
        <message>
            <source>Year end {words}, {low} to {high}. {method}</source>
            <translation>全年预测 {words}，{low} 至 {high}。{method}</translation>
        </message>
        <message>
            <source>Forecast {words}
{low} to {high}
{method}</source>
            <translation>预测 {words}
{low} 至 {high}
{method}</translation>
        </message>
    </context>
    <context>
        <name>ChoosePersonDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Only read</source>
            <translation>只看不改</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Who is at work?</source>
            <translation>由谁操作？</translation>
        </message>
        <message>
            <source>Type to find somebody</source>
            <translation>输入文字查找人员</translation>
        </message>
        <message>
            <source>Find somebody</source>
            <translation>查找人员</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>What you enter is recorded under this name. Without a choice the file can only be read.</source>
            <translation>填报的内容记在所选人员名下；不选则只能查看。</translation>
        </message>
    </context>
    <context>
        <name>Chooser</name>
        <message>
            <source>Type to narrow down</source>
            <translation>输入以缩小范围</translation>
        </message>
    </context>
    <context>
        <name>CollectedCells</name>
        <message>
            <source>Accept</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Indicator or fund</source>
            <translation>指标、资金来源</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>现值</translation>
        </message>
        <message>
            <source>In the form</source>
            <translation>填报表</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>得分影响</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>not accepted</source>
            <translation>不采用</translation>
        </message>
        <message>
            <source>called “%1” in the form</source>
            <translation>表中写作“%1”</translation>
        </message>
        <message>
            <source>{year} {quarter} · total {before} → {after} · {same} cells the same</source>
            <translation>{year} 年{quarter} · 总分 {before} → {after} · {same} 格相同</translation>
        </message>
        <message>
            <source>%1 · the plan was changed since the form was written</source>
            <translation>%1 · 制表后计划改过</translation>
        </message>
        <message>
            <source>was %1 when the form was written; changed here since</source>
            <translation>制表时为 %1，此后本单位也改过</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>完成值</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>偏差原因</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>改进措施</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Spending to date</source>
            <translation>累计执行数</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>未接受</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>相同</translation>
        </message>
    </context>
    <context>
        <name>CollectedDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>None</source>
            <translation>全不选</translation>
        </message>
        <message>
            <source>Only new</source>
            <translation>仅新增</translation>
        </message>
        <message>
            <source>Read forms back</source>
            <translation>读回填报表</translation>
        </message>
        <message>
            <source>Nothing to accept</source>
            <translation>没有要采用的内容</translation>
        </message>
        <message>
            <source>What was filled in is stored already, or nothing was filled in.</source>
            <translation>填写的内容都已保存，或者表里什么也没有填。</translation>
        </message>
        <message>
            <source>No form could be read</source>
            <translation>没有一份填报表能读取</translation>
        </message>
        <message>
            <source>The reasons stand above.</source>
            <translation>原因见上。</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) accepted</source>
            <translation>
                <numerusform>已采用 %n 格</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) left</source>
            <translation>
                <numerusform>%n 格未采用</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message numerus="yes">
            <source>Accept %n cell(s)</source>
            <translation>
                <numerusform>采用 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Space ticks · Ctrl+Enter accepts</source>
            <translation>空格勾选 · Ctrl+Enter 采用</translation>
        </message>
        <message>
            <source>Conflict {conflict} · refused {refused} · changed {changed} · new {new}</source>
            <translation>冲突 {conflict} · 未接受 {refused} · 修改 {changed} · 新增 {new}</translation>
        </message>
    </context>
    <context>
        <name>CollectedView</name>
        <message>
            <source>Cells that differ</source>
            <translation>有差异的格</translation>
        </message>
    </context>
    <context>
        <name>Collecting</name>
        <message>
            <source>There are no plans yet</source>
            <translation>还没有计划</translation>
        </message>
        <message>
            <source>Read forms back</source>
            <translation>读回填报表</translation>
        </message>
        <message>
            <source>Reading forms</source>
            <translation>读取填报表</translation>
        </message>
    </context>
    <context>
        <name>CommentsSection</name>
        <message>
            <source>Comments</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>Comment, Enter sends it</source>
            <translation>写批注，回车发送</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
    </context>
    <context>
        <name>CompareBar</name>
        <message>
            <source>Quarter before</source>
            <translation>上季度</translation>
        </message>
        <message>
            <source>Same quarter last year</source>
            <translation>上年同期</translation>
        </message>
        <message>
            <source>End of last year</source>
            <translation>上年年终</translation>
        </message>
        <message>
            <source>Original targets</source>
            <translation>原目标</translation>
        </message>
        <message>
            <source>By rule pack %1</source>
            <translation>按规则包 %1</translation>
        </message>
        <message>
            <source>Pack of the year</source>
            <translation>本年规则包</translation>
        </message>
        <message>
            <source>%1</source>
            <comment>fiscal year</comment>
            <translation>%1 年</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>对照</translation>
        </message>
        <message>
            <source>Usual states to compare with</source>
            <translation>常用对照</translation>
        </message>
        <message>
            <source>Quarter to compare with</source>
            <translation>对照的季度</translation>
        </message>
        <message>
            <source>Year to compare with: %1</source>
            <translation>对照的年度：%1</translation>
        </message>
        <message>
            <source>Rule pack to compare with: %1</source>
            <translation>对照的规则包：%1</translation>
        </message>
        <message>
            <source>Targets of now</source>
            <translation>现目标</translation>
        </message>
        <message>
            <source>Targets to compare with</source>
            <translation>对照的目标</translation>
        </message>
        <message>
            <source>No target of this plan was ever revised</source>
            <translation>本项目的目标没有调整过</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy comparison</source>
            <translation>复制对比</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Back to the scorecard</source>
            <translation>返回评分卡</translation>
        </message>
        <message>
            <source>Back to the scorecard (Esc)</source>
            <translation>返回评分卡（Esc）</translation>
        </message>
    </context>
    <context>
        <name>CompareTotals</name>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Choose another state above.</source>
            <translation>请在上面另选对照。</translation>
        </message>
        <message>
            <source>{year} has no plan named {plan}</source>
            <translation>{year} 年没有“{plan}”</translation>
        </message>
        <message>
            <source>Nothing was reported in either state</source>
            <translation>两边都还没有填报</translation>
        </message>
        <message>
            <source>Where the difference comes from</source>
            <translation>差额来源</translation>
        </message>
        <message numerus="yes">
            <source>%n part(s) moved the total</source>
            <translation>
                <numerusform>%n 项影响总分</numerusform>
            </translation>
        </message>
        <message>
            <source>From total to total</source>
            <translation>变化去向</translation>
        </message>
        <message>
            <source>nothing moved the total</source>
            <translation>总分没有变化</translation>
        </message>
        <message>
            <source>axis from %1</source>
            <translation>纵轴自 %1 起</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>之前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>之后</translation>
        </message>
        <message>
            <source>{year}, {quarter}</source>
            <translation>{year} 年{quarter}</translation>
        </message>
        <message>
            <source>original targets</source>
            <translation>原目标</translation>
        </message>
    </context>
    <context>
        <name>ComparisonTable</name>
        <message>
            <source>Indicator</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>之前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>之后</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message numerus="yes">
            <source>%n other(s), unchanged</source>
            <translation>
                <numerusform>其余 %n 项，没有变化</numerusform>
            </translation>
        </message>
        <message>
            <source>Budget execution</source>
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>Cap</source>
            <translation>总分上限</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CorrectionDialog</name>
        <message>
            <source>Corrective action</source>
            <translation>整改</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Ask for it</source>
            <translation>下达</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>What is to be put right</source>
            <translation>整改内容</translation>
        </message>
        <message>
            <source>By whom (a role)</source>
            <translation>责任人（岗位）</translation>
        </message>
    </context>
    <context>
        <name>Corrections</name>
        <message>
            <source>%1, until %2</source>
            <translation>%1，%2 前</translation>
        </message>
        <message>
            <source>unnamed</source>
            <translation>未署名</translation>
        </message>
        <message>
            <source>Corrective actions</source>
            <translation>整改</translation>
        </message>
        <message>
            <source>Ask for one</source>
            <translation>下达整改</translation>
        </message>
        <message>
            <source>open</source>
            <translation>待整改</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已整改</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已销号</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Report as done</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Close it</source>
            <translation>销号</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>重新整改</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>整改结果</translation>
        </message>
        <message>
            <source>What was done, in a sentence</source>
            <translation>写一句整改结果</translation>
        </message>
    </context>
    <context>
        <name>CoursesPane</name>
        <message>
            <source>Without a section</source>
            <translation>未分处室</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总分</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>What the small charts show</source>
            <translation>小图内容</translation>
        </message>
        <message>
            <source>Quarters 1 to 4, one scale for all; Enter opens</source>
            <translation>一至四季度，各图同一刻度；回车打开</translation>
        </message>
        <message>
            <source>Courses of the plans</source>
            <translation>各计划走势</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门整体</translation>
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
            <translation>关闭（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation>得分说明</translation>
        </message>
        <message>
            <source>Share of the grade</source>
            <translation>等级比例</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Anything a reader should know about this value</source>
            <translation>关于这个数，读者应知道的</translation>
        </message>
        <message>
            <source>%1 points</source>
            <translation>%1 分</translation>
        </message>
        <message>
            <source>quarters add up</source>
            <translation>各季相加</translation>
        </message>
        <message>
            <source>total to date</source>
            <translation>累计数</translation>
        </message>
        <message>
            <source>latest value counts</source>
            <translation>取最近值</translation>
        </message>
        <message>
            <source>mean of the quarters</source>
            <translation>各季平均</translation>
        </message>
        <message>
            <source>highest counts</source>
            <translation>取最高值</translation>
        </message>
        <message>
            <source>lowest counts</source>
            <translation>取最低值</translation>
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
        <name>DifferenceTable</name>
        <message>
            <source>Read</source>
            <translation>已看</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>上次提交</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>本次</translation>
        </message>
        <message>
            <source>Effect on score</source>
            <translation>对得分的影响</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>佐证</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>增减</translation>
        </message>
        <message>
            <source>read</source>
            <translation>已看</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>未看</translation>
        </message>
    </context>
    <context>
        <name>Drafts</name>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
    </context>
    <context>
        <name>EntryBar</name>
        <message numerus="yes">
            <source>%n not accepted</source>
            <translation>
                <numerusform>%n 格未接受</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not saved</source>
            <translation>
                <numerusform>%n 格未保存</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without cause or remedy</source>
            <translation>
                <numerusform>%n 项缺原因或措施</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is filled in</source>
            <translation>已填齐</translation>
        </message>
        <message>
            <source>%1 not filled in</source>
            <translation>%1未填</translation>
        </message>
        <message>
            <source>%1 and %2 more not filled in</source>
            <translation>%1和另外 %2 项未填</translation>
        </message>
        <message>
            <source>%1 without a grade</source>
            <translation>%1未填等级</translation>
        </message>
        <message>
            <source>%1 and %2 more without a grade</source>
            <translation>%1和另外 %2 项未填等级</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>spending of %n not filled in</source>
            <translation>
                <numerusform>%n 项资金未填执行数</numerusform>
            </translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation>还差：%1</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>转到</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>List what a careful reader would point out</source>
            <translation>列出细心的读者会指出的问题</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>Hand the quarter to its reviewers (Ctrl+Shift+Enter)</source>
            <translation>把本季提交审核（Ctrl+Shift+Enter）</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
    </context>
    <context>
        <name>EntryGrid</name>
        <message>
            <source>Not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>derived from the quarters</source>
            <translation>由本期推算</translation>
        </message>
        <message>
            <source>derived from the total to date</source>
            <translation>由累计推算</translation>
        </message>
        <message>
            <source>derived</source>
            <translation>推算</translation>
        </message>
        <message>
            <source>Level 1</source>
            <translation>一级指标</translation>
        </message>
        <message>
            <source>Level 2</source>
            <translation>二级指标</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>三级指标</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>上年</translation>
        </message>
        <message>
            <source>In quarter</source>
            <translation>本期</translation>
        </message>
        <message>
            <source>To date</source>
            <translation>累计</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>灯</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>改进措施</translation>
        </message>
        <message>
            <source>Not filled in</source>
            <translation>未填</translation>
        </message>
        <message>
            <source>Choose a grade</source>
            <translation>选择等级</translation>
        </message>
        <message>
            <source>nothing there</source>
            <translation>空</translation>
        </message>
        <message>
            <source>not accepted</source>
            <translation>未接受</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>has a note</source>
            <translation>有批注</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>未报</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Folded: Right unfolds</source>
            <translation>已折叠，按右方向键展开</translation>
        </message>
        <message>
            <source>Left folds the group, Right unfolds it</source>
            <translation>单击或按左方向键折叠，按右方向键展开</translation>
        </message>
        <message>
            <source>Milestone</source>
            <translation>季度目标</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上季度</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>佐证</translation>
        </message>
        <message numerus="yes">
            <source>%n indicators</source>
            <translation>
                <numerusform>%n 项指标</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>偏差原因</translation>
        </message>
    </context>
    <context>
        <name>EntryHead</name>
        <message>
            <source>Plan: %1</source>
            <translation>绩效目标：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Read-only</source>
            <translation>只读</translation>
        </message>
        <message>
            <source>Being filled in</source>
            <translation>填报中</translation>
        </message>
        <message>
            <source>All filled in</source>
            <translation>已填齐</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Paste from Excel</source>
            <translation>从 Excel 粘贴</translation>
        </message>
        <message>
            <source>Put the copied block in from the current cell on (Ctrl+V)</source>
            <translation>从当前格起粘贴已复制的区域（Ctrl+V）</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Limits, history and explanation of the current cell (Ctrl+Enter)</source>
            <translation>当前格的限值、历史和得分说明（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Year closed</source>
            <translation>年度已关闭</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>May not enter</source>
            <translation>无填报权限</translation>
        </message>
        <message>
            <source>Filter rows</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Set this plan aside this year</source>
            <translation>本年度列为不适用</translation>
        </message>
        <message>
            <source>Take back in</source>
            <translation>恢复适用</translation>
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Indicators</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Funds</source>
            <translation>资金</translation>
        </message>
        <message>
            <source>No plan in this year</source>
            <translation>本年没有绩效目标</translation>
        </message>
        <message>
            <source>Import targets or choose another year</source>
            <translation>请导入绩效目标，或选择别的年度</translation>
        </message>
        <message>
            <source>Pasted %1 cells: %2 filled in, %3 not accepted</source>
            <translation>已粘贴 %1 格：填入 %2，未接受 %3</translation>
        </message>
        <message>
            <source>%1, %2 outside the form</source>
            <translation>%1，表外 %2</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>in 万元, executed to date; %1 of the year gone</source>
            <translation>万元，执行数为累计；时间进度 %1</translation>
        </message>
        <message>
            <source>Pasting: %1 of %2 cells</source>
            <translation>正在粘贴：%1 / %2 格</translation>
        </message>
    </context>
    <context>
        <name>EvidenceIntake</name>
        <message>
            <source>Adding evidence</source>
            <translation>添加佐证资料</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) added as %1</source>
            <translation>
                <numerusform>已添加 %n 份%1</numerusform>
            </translation>
        </message>
        <message>
            <source>%1. Used already: %2, no. %3</source>
            <translation>%1；已用于：%2，佐证%3</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>EvidenceOpener</name>
        <message>
            <source>Opening evidence</source>
            <translation>打开佐证</translation>
        </message>
        <message>
            <source>No program on this computer opens %1. Nothing was changed.</source>
            <translation>这台电脑没有能打开“%1”的程序。数据没有变化。</translation>
        </message>
    </context>
    <context>
        <name>EvidenceSection</name>
        <message>
            <source>Evidence</source>
            <translation>佐证资料</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Choose files, drop them here, or paste a picture with Ctrl+V</source>
            <translation>选择文件，拖到此处，或用 Ctrl+V 粘贴截图</translation>
        </message>
        <message>
            <source>Whole indicator</source>
            <translation>整项指标</translation>
        </message>
        <message>
            <source>What new files belong to</source>
            <translation>新资料归属</translation>
        </message>
        <message>
            <source>Required</source>
            <translation>必备资料</translation>
        </message>
        <message>
            <source>Required kinds of evidence</source>
            <translation>必备资料类别</translation>
        </message>
        <message>
            <source>Note on the file</source>
            <translation>资料说明</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Add evidence</source>
            <translation>添加佐证资料</translation>
        </message>
        <message>
            <source>%1 removed</source>
            <translation>已移除 %1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation>缺：%1</translation>
        </message>
        <message>
            <source>Drop files here, or paste a picture</source>
            <translation>将文件拖到此处，或粘贴截图</translation>
        </message>
        <message>
            <source>No files</source>
            <translation>暂无资料</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>本季度</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>整项指标</translation>
        </message>
        <message>
            <source>Something else was changed since; undo that first</source>
            <translation>之后又有其他修改，请先撤销那一步</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>整体</translation>
        </message>
        <message>
            <source>Whole plan</source>
            <translation>整个目标表</translation>
        </message>
    </context>
    <context>
        <name>EvidenceView</name>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
    </context>
    <context>
        <name>ExclusionSection</name>
        <message>
            <source>Not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Applicability</source>
            <translation>适用情况</translation>
        </message>
        <message>
            <source>Take back in</source>
            <translation>恢复适用</translation>
        </message>
        <message>
            <source>Set aside this year</source>
            <translation>本年度列为不适用</translation>
        </message>
        <message>
            <source>Why it falls away this year</source>
            <translation>本年度不适用的理由</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>列为不适用</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>已恢复适用</translation>
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
            <translation>执行数</translation>
        </message>
        <message>
            <source>calendar</source>
            <translation>时间进度</translation>
        </message>
        <message>
            <source>budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>{name}: executed {values} of {budget}.</source>
            <translation>{name}：预算 {budget}，执行 {values}。</translation>
        </message>
        <message>
            <source>{name}: nothing reported of {budget}.</source>
            <translation>{name}：预算 {budget}，未报执行数。</translation>
        </message>
        <message>
            <source>Budget %1</source>
            <translation>预算 %1</translation>
        </message>
        <message>
            <source>Nothing reported yet</source>
            <translation>还没有填报</translation>
        </message>
        <message>
            <source>{quarter}  executed {spent}
calendar {due}
budget {budget}</source>
            <translation>{quarter}　执行 {spent}
时间进度 {due}
预算 {budget}</translation>
        </message>
        <message>
            <source>initial budget</source>
            <translation>年初预算</translation>
        </message>
        <message>
            <source>Initial %1</source>
            <translation>年初 %1</translation>
        </message>
    </context>
    <context>
        <name>ExplanationNodes</name>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>restored</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>第 %1 版</translation>
        </message>
    </context>
    <context>
        <name>ExplanationPanel</name>
        <message>
            <source>How it was scored</source>
            <translation>得分说明</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy explanation</source>
            <translation>复制得分说明</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Compare with another state</source>
            <translation>与另一时点或口径对比</translation>
        </message>
    </context>
    <context>
        <name>ExplanationView</name>
        <message>
            <source>Open file</source>
            <translation>打开文件</translation>
        </message>
        <message>
            <source>Go to row</source>
            <translation>转到该行</translation>
        </message>
        <message>
            <source>Copy line</source>
            <translation>复制本行</translation>
        </message>
        <message>
            <source>Copy with all below</source>
            <translation>复制本行及下级</translation>
        </message>
        <message>
            <source>Copy explanation</source>
            <translation>复制说明</translation>
        </message>
        <message>
            <source>Copy whole plan</source>
            <translation>复制整个项目</translation>
        </message>
    </context>
    <context>
        <name>ExportOptions</name>
        <message>
            <source>Folder for the sheets</source>
            <translation>表格存放的文件夹</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>存到</translation>
        </message>
        <message>
            <source>A file each</source>
            <translation>一表一个</translation>
        </message>
        <message>
            <source>One file</source>
            <translation>合成一个</translation>
        </message>
        <message>
            <source>Pattern of the file names</source>
            <translation>文件名样式</translation>
        </message>
        <message>
            <source>Places a name may have: %1</source>
            <translation>文件名里可用：%1</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change folder</source>
            <translation>更改文件夹</translation>
        </message>
        <message>
            <source>Copy for publication</source>
            <translation>公开版</translation>
        </message>
        <message>
            <source>Names no persons and masks telephone numbers and addresses</source>
            <translation>不写人名，电话、证件号和邮箱打码</translation>
        </message>
        <message>
            <source>End of the quarter</source>
            <translation>季度末</translation>
        </message>
        <message>
            <source>Monitored until: %1</source>
            <translation>监控截至：%1</translation>
        </message>
    </context>
    <context>
        <name>ExportPermission</name>
        <message>
            <source>Nobody is signed in: choose a person at the upper right to export</source>
            <translation>还没有选定人员：请先在右上角选择，再导出</translation>
        </message>
        <message>
            <source>A lead exports the sheets of own plans only</source>
            <translation>项目负责人只导出自己负责的表</translation>
        </message>
        <message>
            <source>A section head exports the section&apos;s sheets only</source>
            <translation>科室负责人只导出本科室的表</translation>
        </message>
        <message>
            <source>A viewer exports nothing; leads, heads and the performance officer do</source>
            <translation>查阅人员不导出；由项目负责人、科室负责人或绩效管理员导出</translation>
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
        <message>
            <source>Collection form</source>
            <translation>填报表</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>PDF 文件</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>%1 of %2</source>
            <translation>第 %1 处，共 %2 处</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>Find in the form</source>
            <translation>在表中查找</translation>
        </message>
        <message>
            <source>Previous (Shift+Enter)</source>
            <translation>上一处（Shift+Enter）</translation>
        </message>
        <message>
            <source>Next (Enter)</source>
            <translation>下一处（Enter）</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
    </context>
    <context>
        <name>FindingList</name>
        <message>
            <source>To be put right before submitting</source>
            <translation>先改正才能提交</translation>
        </message>
        <message>
            <source>To be explained in a sentence; the reviewer reads it</source>
            <translation>写一句说明，审核人会看到</translation>
        </message>
        <message>
            <source>Errors that block closing the year, not submitting</source>
            <translation>不影响提交，关账前要改正</translation>
        </message>
        <message>
            <source>Hints</source>
            <translation>提示</translation>
        </message>
    </context>
    <context>
        <name>FindingsList</name>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>提示</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message numerus="yes">
            <source>errors %n</source>
            <translation>
                <numerusform>错误 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>warnings %n</source>
            <translation>
                <numerusform>提醒 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>hints %n</source>
            <translation>
                <numerusform>提示 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to point out</source>
            <translation>没有发现问题</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>发现</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message numerus="yes">
            <source>%n explained</source>
            <translation>
                <numerusform>已说明 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>How it comes about; Enter stores it</source>
            <translation>写明情况，回车保存</translation>
        </message>
    </context>
    <context>
        <name>FindingsView</name>
        <message>
            <source>Findings</source>
            <translation>发现</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <source>Performance, in one book</source>
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
            <source>See the sample</source>
            <translation>看示例</translation>
        </message>
        <message>
            <source>延安北路街道 2024: 6 plans, 38 indicators</source>
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
        <message>
            <source>Bring in a perftrack package (.json)</source>
            <translation>读取目标和填报（.json 交换包）</translation>
        </message>
    </context>
    <context>
        <name>FootList</name>
        <message>
            <source>Show all %1</source>
            <translation>全部 %1 项</translation>
        </message>
    </context>
    <context>
        <name>FoundDrafts</name>
        <message numerus="yes">
            <source>%n unsaved cell(s) brought back</source>
            <translation>
                <numerusform>已找回 %n 格未保存的内容</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unsaved text(s) belong to indicators that are not in the file any more</source>
            <translation>
                <numerusform>有 %n 段未保存的内容，所属的指标已不在文件里</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FundsGrid</name>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Fund</source>
            <translation>资金来源</translation>
        </message>
        <message>
            <source>Initial budget</source>
            <translation>年初预算</translation>
        </message>
        <message>
            <source>Full-year budget</source>
            <translation>全年预算</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>Give the reason</source>
            <translation>请填调整原因</translation>
        </message>
        <message>
            <source>%1, %2 of the year gone</source>
            <translation>%1，时间进度 %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Reason of revision</source>
            <translation>调整原因</translation>
        </message>
    </context>
    <context>
        <name>GainsTable</name>
        <message>
            <source>Budget execution</source>
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>can no longer be won</source>
            <translation>已无法挽回</translation>
        </message>
        <message>
            <source>spend %1 more</source>
            <translation>再支出 %1</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>不晚于 %1</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>三级指标</translation>
        </message>
        <message>
            <source>Needed at year end</source>
            <translation>年末须达到</translation>
        </message>
        <message>
            <source>Way to go</source>
            <translation>还差</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>可得分</translation>
        </message>
        <message>
            <source>%1 of the way to it is still to go, counted from where the year is likely to end.</source>
            <translation>从预测的年末值算起，离须达到的值还差 %1。</translation>
        </message>
    </context>
    <context>
        <name>GainsView</name>
        <message>
            <source>%1 in all by year end, the least effort first</source>
            <translation>年末前共 %1 分，省力在前</translation>
        </message>
        <message>
            <source>Nothing is left to win: the year is likely to end with full marks.</source>
            <translation>没有可再争取的分：全年预计满分。</translation>
        </message>
        <message>
            <source>Nothing was reported yet, so nothing can be said of the year&apos;s end.</source>
            <translation>尚未填报，无法预测全年。</translation>
        </message>
        <message>
            <source>The year is in: nothing can be won any more.</source>
            <translation>全年数据已齐，不能再争取。</translation>
        </message>
        <message>
            <source>Points still to be won</source>
            <translation>还能争取的分</translation>
        </message>
    </context>
    <context>
        <name>GradeEditor</name>
        <message>
            <source>Share in per cent</source>
            <translation>比例（%）</translation>
        </message>
        <message>
            <source>no grade yet</source>
            <translation>未选等级</translation>
        </message>
        <message>
            <source>Grade: %1</source>
            <translation>等级：%1</translation>
        </message>
        <message>
            <source>1 2 3</source>
            <translation>1 2 3</translation>
        </message>
    </context>
    <context>
        <name>GradeList</name>
        <message>
            <source>Why this grade, in one sentence</source>
            <translation>用一句话说明为什么是这个等级</translation>
        </message>
    </context>
    <context>
        <name>GridTools</name>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Not reported</source>
            <translation>未报</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红灯</translation>
        </message>
        <message>
            <source>Changed since submission</source>
            <translation>提交后有改动</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Shown: %1, %2 of %3</source>
            <translation>仅显示%1：%2 / %3 项</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
    </context>
    <context>
        <name>HistoryChart</name>
        <message>
            <source>History: %1</source>
            <translation>历史：%1</translation>
        </message>
        <message>
            <source>Nothing reported yet</source>
            <translation>还没有填报</translation>
        </message>
    </context>
    <context>
        <name>KindButton</name>
        <message>
            <source>Targets</source>
            <translation>目标表</translation>
        </message>
        <message>
            <source>Monitoring</source>
            <translation>运行监控表</translation>
        </message>
        <message>
            <source>Evaluation</source>
            <translation>自评表</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>佐证资料目录</translation>
        </message>
        <message>
            <source>Summary of the year</source>
            <translation>自评汇总表</translation>
        </message>
        <message>
            <source>Scoring annex</source>
            <translation>评分说明</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>自评报告</translation>
        </message>
        <message>
            <source>All official sheets</source>
            <translation>全套表格</translation>
        </message>
        <message>
            <source>Kind of sheet: %1</source>
            <translation>表格种类：%1</translation>
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
        <name>Lines</name>
        <message>
            <source>New: %1</source>
            <translation>首次填报 %1 项</translation>
        </message>
        <message>
            <source>Changed: %1</source>
            <translation>变化 %1 项</translation>
        </message>
        <message>
            <source>Unchanged: %1</source>
            <translation>未变化 %1 项</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>一并标为已看</translation>
        </message>
        <message>
            <source>Changed lines</source>
            <translation>变化的项目</translation>
        </message>
        <message>
            <source>Unchanged lines</source>
            <translation>未变化的项目</translation>
        </message>
    </context>
    <context>
        <name>Linking</name>
        <message>
            <source>The year before has no indicators left to link</source>
            <translation>上一年度没有可以关联的指标了</translation>
        </message>
        <message>
            <source>Goes on from an indicator of %1…</source>
            <translation>关联 %1 年的指标…</translation>
        </message>
        <message>
            <source>No longer goes on from {indicator} ({year})</source>
            <translation>取消与 {year} 年“{indicator}”的关联</translation>
        </message>
        <message>
            <source>%1, same name</source>
            <translation>%1（名称相同）</translation>
        </message>
        <message>
            <source>%1, similar name</source>
            <translation>%1（名称相近）</translation>
        </message>
        <message>
            <source>%1, same place and weight</source>
            <translation>%1（位置和权重相同）</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>已关联</translation>
        </message>
        <message>
            <source>No longer linked</source>
            <translation>已取消关联</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
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
        <name>Matrix</name>
        <message>
            <source>Section</source>
            <translation>处室</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>绩效目标</translation>
        </message>
        <message>
            <source>Without a section</source>
            <translation>未分处室</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总分</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>{executed} of {budget} (10,000 yuan)</source>
            <translation>已执行 {executed} / {budget} 万元</translation>
        </message>
        <message>
            <source>{name}
Target {target}  actual {actual}
{light}  {points} of {full} points</source>
            <translation>{name}
指标值 {target}  完成值 {actual}
{light}  {points} / {full} 分</translation>
        </message>
        <message numerus="yes">
            <source>Mean of %n plan(s)</source>
            <translation>
                <numerusform>%n 个目标平均</numerusform>
            </translation>
        </message>
        <message>
            <source>{points} of {full} points, {count} indicators</source>
            <translation>{points} / {full} 分，{count} 项指标</translation>
        </message>
    </context>
    <context>
        <name>MatrixPane</name>
        <message>
            <source>By name</source>
            <translation>按名称</translation>
        </message>
        <message>
            <source>By place</source>
            <translation>按次序</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>完成值</translation>
        </message>
        <message>
            <source>Cells say</source>
            <translation>格内显示</translation>
        </message>
        <message>
            <source>Hide empty</source>
            <translation>隐藏空项</translation>
        </message>
        <message>
            <source>Leave out plans and indicators nothing was reported of</source>
            <translation>不显示没有填报的绩效目标和指标</translation>
        </message>
        <message>
            <source>Enter opens, Space sorts by the column, Ctrl+F finds</source>
            <translation>回车打开，空格按列排序，Ctrl+F 查找</translation>
        </message>
        <message>
            <source>Plan, section or indicator</source>
            <translation>绩效目标、处室或指标</translation>
        </message>
        <message>
            <source>Plans and indicators</source>
            <translation>绩效目标与指标</translation>
        </message>
        <message>
            <source>Rate %</source>
            <translation>得分率 %</translation>
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
        <message>
            <source>Set up people…</source>
            <translation>设置人员…</translation>
        </message>
        <message>
            <source>Switch person…</source>
            <translation>切换人员…</translation>
        </message>
        <message>
            <source>My password…</source>
            <translation>我的密码…</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>Manage people…</source>
            <translation>管理人员…</translation>
        </message>
        <message>
            <source>See people…</source>
            <translation>查看人员…</translation>
        </message>
    </context>
    <context>
        <name>NeededPanel</name>
        <message>
            <source>a total of %1</source>
            <translation>总分到 %1</translation>
        </message>
        <message>
            <source>out of the cap: %1</source>
            <translation>摆脱封顶：%1</translation>
        </message>
        <message>
            <source>What it takes</source>
            <translation>反推</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>自定</translation>
        </message>
        <message>
            <source>Rating to reach</source>
            <translation>要达到的等级</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总分</translation>
        </message>
        <message>
            <source>Total to reach</source>
            <translation>要达到的总分</translation>
        </message>
        <message>
            <source>Execution score</source>
            <translation>执行得分</translation>
        </message>
        <message>
            <source>Execution score to reach</source>
            <translation>要达到的预算执行得分</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>代入</translation>
        </message>
        <message>
            <source>Put this spending into the trial</source>
            <translation>把这笔支出代入试算</translation>
        </message>
        <message>
            <source>What each indicator needs while all the others stay as they are.</source>
            <translation>其他各项不变时，每项指标须达到的值。</translation>
        </message>
        <message>
            <source>What each indicator needs; Enter puts it into the trial</source>
            <translation>每项指标须达到的值；回车代入试算</translation>
        </message>
    </context>
    <context>
        <name>NeededTable</name>
        <message>
            <source>Budget execution</source>
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>nothing suffices</source>
            <translation>怎么都不够</translation>
        </message>
        <message>
            <source>enough</source>
            <translation>已够</translation>
        </message>
        <message>
            <source>spend %1 more</source>
            <translation>再支出 %1</translation>
        </message>
        <message>
            <source>%1, beyond the budget</source>
            <translation>%1，超出预算</translation>
        </message>
        <message>
            <source>%1, too late</source>
            <translation>%1，已来不及</translation>
        </message>
        <message>
            <source>{value}, {still} to go</source>
            <translation>{value}，还差 {still}</translation>
        </message>
        <message>
            <source>scored by hand</source>
            <translation>人工评分</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>无指标值</translation>
        </message>
        <message>
            <source>total is capped</source>
            <translation>总分封顶</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>三级指标</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>须达到</translation>
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
        <name>OfficeView</name>
        <message numerus="yes">
            <source>%n plan(s), to the end of %1</source>
            <translation>
                <numerusform>%n 个，截至%1末</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied, to be pasted into Excel or WPS</source>
            <translation>
                <numerusform>已复制 %n 行，可粘贴到 Excel 或 WPS</numerusform>
            </translation>
        </message>
        <message>
            <source>Matrix</source>
            <translation>矩阵</translation>
        </message>
        <message>
            <source>Courses</source>
            <translation>走势</translation>
        </message>
        <message>
            <source>Roll-up</source>
            <translation>汇总</translation>
        </message>
        <message>
            <source>How the office is shown</source>
            <translation>显示方式</translation>
        </message>
        <message>
            <source>All plans; opens the list of plans</source>
            <translation>全部绩效目标，打开目标列表</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the table for a spreadsheet</source>
            <translation>复制表格，可粘贴到电子表格</translation>
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
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) copied, to be pasted into Excel or WPS</source>
            <translation>
                <numerusform>已复制 %n 份绩效目标，可粘贴到 Excel、WPS</numerusform>
            </translation>
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
            <source>Import a package (.json) with the year&apos;s plans; what the file has stays as it is</source>
            <translation>请导入含本年绩效目标的 perftrack 交换包（.json），文件中已有的内容不变</translation>
        </message>
        <message>
            <source>Bureau check</source>
            <translation>财政复核</translation>
        </message>
        <message>
            <source>What the finance side will stop at</source>
            <translation>财政部门会指出的问题</translation>
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
        <message>
            <source>Standing</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Forecast</source>
            <translation>预测</translation>
        </message>
        <message>
            <source>Year end between {low} and {high}</source>
            <translation>全年 {low} 至 {high}</translation>
        </message>
    </context>
    <context>
        <name>Pace</name>
        <message>
            <source>Ahead</source>
            <translation>超前</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>落后</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>未报</translation>
        </message>
        <message>
            <source>On course</source>
            <translation>正常</translation>
        </message>
    </context>
    <context>
        <name>PackTable</name>
        <message>
            <source>Rule pack</source>
            <translation>规则包</translation>
        </message>
        <message>
            <source>Name and version</source>
            <translation>名称和版本</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>本年度</translation>
        </message>
        <message>
            <source>Bureau</source>
            <translation>财政部门</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>算例</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>未确认</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
    </context>
    <context>
        <name>PacksSection</name>
        <message>
            <source>Rule packs</source>
            <translation>规则包</translation>
        </message>
        <message>
            <source>A pack holds the numbers a finance bureau may decide differently. None is the bureau&apos;s rule until the bureau confirms it. The worked examples of a pack are computed whenever it is loaded; one that fails keeps the pack from being used.</source>
            <translation>规则包收录财政部门可能另作规定的数值；未经财政部门确认的，都不是财政部门的规定。每次载入时都会验算其中的算例，有一个不成立就不能使用。</translation>
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
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Bureau check</source>
            <translation>财政复核</translation>
        </message>
    </context>
    <context>
        <name>PaperPreview</name>
        <message>
            <source>Preview, no sheet chosen</source>
            <translation>预览，未选表格</translation>
        </message>
        <message>
            <source>Preview: {title}, {name}, page {page} of {pages}</source>
            <translation>预览：{title}，{name}，第 {page} / {pages} 页</translation>
        </message>
    </context>
    <context>
        <name>PasswordDialog</name>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>My password</source>
            <translation>我的密码</translation>
        </message>
        <message>
            <source>Password of %1</source>
            <translation>%1的密码</translation>
        </message>
        <message>
            <source>A password keeps others from working under this name. It does not encrypt the file: whoever can read the file can read its content. Leave the new one empty to work without a password.</source>
            <translation>密码防止他人以此名义操作，不加密文件：能读到文件的人就能读到内容。新密码留空表示不用密码。</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>现密码</translation>
        </message>
        <message>
            <source>The two new passwords differ. Nothing was saved; type them again</source>
            <translation>两次输入的新密码不一致。没有保存，请重新输入</translation>
        </message>
        <message>
            <source>Password set</source>
            <translation>密码已设置</translation>
        </message>
        <message>
            <source>No password from now on</source>
            <translation>已不用密码</translation>
        </message>
    </context>
    <context>
        <name>PastBanner</name>
        <message>
            <source>As of the end of %1, read-only</source>
            <translation>截至 %1 的状态，只读</translation>
        </message>
        <message>
            <source>Day shown</source>
            <translation>查看的日期</translation>
        </message>
        <message>
            <source>Back to today</source>
            <translation>回到今天</translation>
        </message>
    </context>
    <context>
        <name>PeopleList</name>
        <message>
            <source>asks for a password</source>
            <translation>需要密码</translation>
        </message>
    </context>
    <context>
        <name>PeopleSection</name>
        <message>
            <source>Add person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>This file is not divided among people: everybody may do everything in it</source>
            <translation>这个文件还没有分人员：谁都可以做任何操作</translation>
        </message>
        <message>
            <source>Add the performance officer on the right; then leads, heads and viewers</source>
            <translation>请在右边先添加绩效管理员，再添加项目负责人、科室负责人和查阅人员</translation>
        </message>
        <message>
            <source>Roles sign what was done and keep colleagues from mistakes; they do not protect the file itself: whoever can read the file can read its content. A lost password is set anew by another performance officer; that of the only one is taken away in a terminal:
perftrack password --db FILE --person NAME</source>
            <translation>角色用于署名和防止误操作，不能保护文件本身：能读到文件的人就能读到内容。忘记密码可请另一位绩效管理员重设；唯一的绩效管理员忘记密码，可在终端取消：
perftrack password --db 文件 --person 姓名</translation>
        </message>
    </context>
    <context>
        <name>PeopleTable</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>科室</translation>
        </message>
        <message>
            <source>Own plans</source>
            <translation>负责项目</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>系统账户</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>已设</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Inactive</source>
            <translation>停用</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>新人员</translation>
        </message>
        <message>
            <source>Name, best a role title</source>
            <translation>姓名（最好用职务名称）</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>科室</translation>
        </message>
        <message>
            <source>Account of the machine</source>
            <translation>系统账户</translation>
        </message>
        <message>
            <source>Own plans</source>
            <translation>负责项目</translation>
        </message>
        <message>
            <source>The first person is a performance officer, who adds the others.</source>
            <translation>第一个人员是绩效管理员，其他人员由绩效管理员添加。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Has a password</source>
            <translation>设有密码</translation>
        </message>
        <message>
            <source>No password</source>
            <translation>没有密码</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Set…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Password: %1</source>
            <translation>密码：%1</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Inactive: cannot sign in</source>
            <translation>已停用，不能选用</translation>
        </message>
        <message>
            <source>Deactivate</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Reactivate</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Whole office</source>
            <translation>全单位</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>This machine: %1</source>
            <translation>本机账户：%1</translation>
        </message>
        <message>
            <source>Whoever works under this account is this person without being asked</source>
            <translation>用此账户打开文件时，不再询问，直接作为此人</translation>
        </message>
    </context>
    <context>
        <name>PictureActs</name>
        <message>
            <source>Copy picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Save as PNG…</source>
            <translation>保存为 PNG…</translation>
        </message>
        <message>
            <source>Save as SVG…</source>
            <translation>保存为 SVG…</translation>
        </message>
        <message>
            <source>Save as PNG</source>
            <translation>保存为 PNG</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>图片 (*.png)</translation>
        </message>
        <message>
            <source>Save as SVG</source>
            <translation>保存为 SVG</translation>
        </message>
        <message>
            <source>Drawings (*.svg)</source>
            <translation>矢量图 (*.svg)</translation>
        </message>
    </context>
    <context>
        <name>PlanSetAside</name>
        <message>
            <source>Take back in</source>
            <translation>恢复适用</translation>
        </message>
        <message>
            <source>Not applicable this year: %1</source>
            <translation>本年度不适用：%1</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>已恢复适用</translation>
        </message>
        <message>
            <source>Why this project falls away this year</source>
            <translation>本年度不适用的理由</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>列为不适用</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
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
        <name>ReasonDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 份</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReasonLine</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>RefusalsPanel</name>
        <message numerus="yes">
            <source>Not accepted: %n</source>
            <translation>
                <numerusform>未接受 %n 格</numerusform>
            </translation>
        </message>
        <message>
            <source>Cells not accepted</source>
            <translation>未接受的单元格</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>%1: %2 typed</source>
            <translation>%1：填入“%2”</translation>
        </message>
    </context>
    <context>
        <name>ReviewBar</name>
        <message>
            <source>To the form</source>
            <translation>去填报</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Why it goes back; the lead reads this</source>
            <translation>写明退回理由，项目负责人会看到</translation>
        </message>
        <message>
            <source>Reason of the return</source>
            <translation>退回理由</translation>
        </message>
    </context>
    <context>
        <name>ReviewHead</name>
        <message>
            <source>Total</source>
            <translation>总分</translation>
        </message>
    </context>
    <context>
        <name>ReviewList</name>
        <message>
            <source>To review</source>
            <translation>待审核</translation>
        </message>
        <message>
            <source>To report</source>
            <translation>待填报</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>submission %1, %2</source>
            <translation>第 %1 次提交，%2</translation>
        </message>
        <message>
            <source>approved %1</source>
            <translation>%1 通过</translation>
        </message>
        <message>
            <source>%1 / %2 filled in</source>
            <translation>已填 %1 / %2</translation>
        </message>
        <message numerus="yes">
            <source>late by %n day(s)</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>returned %1</source>
            <translation>%1 退回</translation>
        </message>
    </context>
    <context>
        <name>ReviewLists</name>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Plans by state</source>
            <translation>按状态排列的目标表</translation>
        </message>
        <message>
            <source>Approve all…</source>
            <translation>全部通过…</translation>
        </message>
        <message>
            <source>Copy overdue list</source>
            <translation>复制逾期名单</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Comments</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>Write a comment, Enter sends it</source>
            <translation>写批注，回车发送</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>No plans in this year</source>
            <translation>本年度还没有目标</translation>
        </message>
        <message>
            <source>Import the year&apos;s targets; then each quarter is reviewed here.</source>
            <translation>导入本年度目标后，每个季度在这里审核。</translation>
        </message>
        <message numerus="yes">
            <source>late by %n day(s)</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>偏差原因</translation>
        </message>
        <message>
            <source>Remedy</source>
            <translation>改进措施</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>未报</translation>
        </message>
        <message>
            <source>Budget executed</source>
            <translation>预算执行数</translation>
        </message>
        <message>
            <source>%1 of %2 read</source>
            <translation>已看 %1 / %2 项</translation>
        </message>
        <message>
            <source>Approve it, or return it with a reason</source>
            <translation>可通过，或退回并写明原因</translation>
        </message>
        <message>
            <source>Approved; it can be returned with a reason</source>
            <translation>已通过，可退回并写明原因</translation>
        </message>
        <message>
            <source>With the reviewers; it can be withdrawn</source>
            <translation>等待审核，可撤回</translation>
        </message>
        <message>
            <source>Not submitted yet; it is submitted on the form</source>
            <translation>还没有提交，在填报页提交</translation>
        </message>
        <message>
            <source>The quarter is locked</source>
            <translation>本季度已锁定</translation>
        </message>
        <message>
            <source>Nothing for you to do here now</source>
            <translation>现在没有要您办的</translation>
        </message>
        <message>
            <source>%1 returned by %2: %3</source>
            <translation>%1 %2退回：%3</translation>
        </message>
        <message>
            <source>unnamed</source>
            <translation>未署名</translation>
        </message>
        <message>
            <source>compared with submission %1 of %2</source>
            <translation>与 %2 第 %1 次提交比较</translation>
        </message>
        <message>
            <source>first submission</source>
            <translation>首次提交</translation>
        </message>
        <message>
            <source>not submitted yet</source>
            <translation>还没有提交</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>%1 is locked</source>
            <translation>%1已锁定</translation>
        </message>
        <message>
            <source>Lock %1</source>
            <translation>锁定%1</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) not approved yet</source>
            <translation>
                <numerusform>还有 %n 份未通过</numerusform>
            </translation>
        </message>
        <message>
            <source>All are approved</source>
            <translation>全部已通过</translation>
        </message>
        <message>
            <source>The performance officer does this</source>
            <translation>由绩效管理员锁定</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>%1 approved</source>
            <translation>%1 已通过</translation>
        </message>
        <message>
            <source>Returned with its reason</source>
            <translation>已退回并附理由</translation>
        </message>
        <message>
            <source>Withdrawn; the values can be changed again</source>
            <translation>已撤回，可以修改</translation>
        </message>
        <message numerus="yes">
            <source>Approve %n plan(s)</source>
            <translation>
                <numerusform>通过 %n 份</numerusform>
            </translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>A remark for the history, if you like</source>
            <translation>可写一句备注</translation>
        </message>
        <message>
            <source>Unlock %1 of %2</source>
            <translation>解锁 %2 年%1</translation>
        </message>
        <message>
            <source>Lock %1 of %2</source>
            <translation>锁定 %2 年%1</translation>
        </message>
        <message>
            <source>Reason, kept in the history</source>
            <translation>理由，保留在记录里</translation>
        </message>
        <message numerus="yes">
            <source>%n late plan(s) copied as text</source>
            <translation>
                <numerusform>已复制 %n 份逾期名单</numerusform>
            </translation>
        </message>
        <message>
            <source>Others approve it; it can be returned with a reason</source>
            <translation>由负责人通过，也可退回并写明原因</translation>
        </message>
        <message>
            <source>Explanations</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>佐证</translation>
        </message>
    </context>
    <context>
        <name>ReviewSection</name>
        <message>
            <source>Due dates of %1</source>
            <translation>%1 年填报期限</translation>
        </message>
        <message>
            <source>Levels of approval</source>
            <translation>审核级数</translation>
        </message>
        <message>
            <source>One</source>
            <translation>一级</translation>
        </message>
        <message>
            <source>Two</source>
            <translation>两级</translation>
        </message>
        <message>
            <source>One: the head of the section approves. Two: the performance officer approves after the head.</source>
            <translation>一级：科室负责人通过即可。两级：科室负责人通过后，再由绩效管理员通过。</translation>
        </message>
        <message>
            <source>Type 10-11 or 2024-10-11; leave it empty for no limit. After the days of grace a plan is late.</source>
            <translation>可写 10-11 或 2024-10-11，留空表示不限。过了宽限天数算逾期。</translation>
        </message>
        <message>
            <source>Projects</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门整体</translation>
        </message>
        <message>
            <source>Days of grace</source>
            <translation>宽限天数</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Due: %1</source>
            <translation>期限：%1</translation>
        </message>
        <message>
            <source>Days of grace: %1</source>
            <translation>宽限天数：%1</translation>
        </message>
        <message>
            <source>Due dates: no year yet</source>
            <translation>填报期限：还没有年度</translation>
        </message>
    </context>
    <context>
        <name>ReviewStates</name>
        <message>
            <source>Being filled in</source>
            <translation>填报中</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>待审核</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
    </context>
    <context>
        <name>RollupPane</name>
        <message>
            <source>Department</source>
            <translation>部门整体</translation>
        </message>
        <message>
            <source>All projects</source>
            <translation>全部项目</translation>
        </message>
        <message>
            <source>Without a section</source>
            <translation>未分处室</translation>
        </message>
        <message>
            <source>Where the plans stand</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Department roll-up</source>
            <translation>部门汇总</translation>
        </message>
    </context>
    <context>
        <name>RollupTable</name>
        <message>
            <source>Group</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>个数</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>By budget</source>
            <translation>按预算加权</translation>
        </message>
        <message>
            <source>Unweighted</source>
            <translation>不加权</translation>
        </message>
        <message>
            <source>%1 of %2 (10,000 yuan)</source>
            <translation>已执行 %1 / %2 万元</translation>
        </message>
    </context>
    <context>
        <name>RubricSection</name>
        <message>
            <source>Criteria</source>
            <translation>评判标准</translation>
        </message>
        <message>
            <source>Criteria of %1</source>
            <translation>%1的评判标准</translation>
        </message>
        <message>
            <source>What must be the case</source>
            <translation>怎样才算</translation>
        </message>
        <message>
            <source>The same grade elsewhere</source>
            <translation>别处同一等级</translation>
        </message>
        <message numerus="yes">
            <source>%1 also given %n time(s) elsewhere</source>
            <translation>
                <numerusform>本年度别处评为%1的有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 given nowhere else this year</source>
            <translation>本年度别处没有评为%1的</translation>
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
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>of ceiling</source>
            <translation>占上限</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>cannot be read: %1</source>
            <translation>读不懂：%1</translation>
        </message>
        <message>
            <source>Scored by hand: {reason}
By the rule: {computed}</source>
            <translation>手工评分：{reason}
按规则：{computed}</translation>
        </message>
        <message>
            <source>Not applicable: {reason}</source>
            <translation>不适用：{reason}</translation>
        </message>
        <message>
            <source>Level 1</source>
            <translation>一级</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>灯</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>三级指标</translation>
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
            <translation>完成率</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>分值</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Trend</source>
            <translation>走势</translation>
        </message>
    </context>
    <context>
        <name>ScorecardsPage</name>
        <message>
            <source>%1 has no plans yet</source>
            <translation>%1 年还没有绩效目标</translation>
        </message>
        <message>
            <source>Import the year&apos;s targets, then their scorecards stand here.</source>
            <translation>导入本年绩效目标后，这里显示评分卡。</translation>
        </message>
        <message>
            <source>Scorecard</source>
            <translation>评分卡</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>The picture could not be written to %1. Choose another folder.</source>
            <translation>图片不能写入 %1，请换一个文件夹。</translation>
        </message>
        <message>
            <source>No plans yet</source>
            <translation>还没有绩效目标</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Bureau check of this plan</source>
            <translation>本目标的财政复核</translation>
        </message>
        <message>
            <source>All plans</source>
            <translation>全部绩效目标</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Plans, indicators, commands</source>
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
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>People and roles</source>
            <translation>人员和角色</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Rule packs</source>
            <translation>规则包</translation>
        </message>
        <message>
            <source>Language and appearance</source>
            <translation>语言和外观</translation>
        </message>
        <message>
            <source>Parts of the settings</source>
            <translation>设置分类</translation>
        </message>
        <message>
            <source>Read only: nothing can be saved in this file</source>
            <translation>只读：这个文件不能保存</translation>
        </message>
        <message>
            <source>Nobody is signed in; the performance officer changes this</source>
            <translation>没有选定人员；这里由绩效管理员修改</translation>
        </message>
        <message>
            <source>Only the performance officer changes this; signed in is %1</source>
            <translation>这里只能由绩效管理员修改；现在是%1</translation>
        </message>
    </context>
    <context>
        <name>ShareMover</name>
        <message>
            <source>%1: %2% to %3%</source>
            <translation>%1：%2%–%3%</translation>
        </message>
        <message>
            <source>Share in per cent</source>
            <translation>比例（%）</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>计算值</translation>
        </message>
        <message>
            <source>Reason for the share</source>
            <translation>比例的理由</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>采用</translation>
        </message>
    </context>
    <context>
        <name>SheetPlans</name>
        <message>
            <source>has errors</source>
            <translation>有错误</translation>
        </message>
        <message>
            <source>has warnings</source>
            <translation>有提醒</translation>
        </message>
    </context>
    <context>
        <name>SheetPreview</name>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>A4 landscape</source>
            <translation>A4 横向</translation>
        </message>
        <message>
            <source>A4 portrait</source>
            <translation>A4 纵向</translation>
        </message>
        <message>
            <source>{way}, page {page} of {pages}</source>
            <translation>{way}，第 {page} / {pages} 页</translation>
        </message>
        <message>
            <source>Page or plan before</source>
            <translation>上一页或上一份</translation>
        </message>
        <message>
            <source>Next page or plan</source>
            <translation>下一页或下一份</translation>
        </message>
        <message>
            <source>Size of the paper</source>
            <translation>显示比例</translation>
        </message>
        <message>
            <source>Print the sheets of the plans chosen</source>
            <translation>打印已选项目的表格</translation>
        </message>
    </context>
    <context>
        <name>SheetsPage</name>
        <message>
            <source>%1 has no plans yet</source>
            <translation>%1 年还没有绩效目标</translation>
        </message>
        <message>
            <source>Import the year&apos;s targets, then their sheets can be written here.</source>
            <translation>导入本年绩效目标后，可在这里导出表格。</translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) in the chosen plans. Write the sheets all the same?</source>
            <translation>
                <numerusform>所选绩效目标有 %n 处错误，仍要导出吗？</numerusform>
            </translation>
        </message>
        <message>
            <source>Write</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>The sheets then show what is there; what cannot be read stays as typed.</source>
            <translation>表格照现有内容填写，读不懂的按原文保留。</translation>
        </message>
        <message>
            <source>Checking plans</source>
            <translation>正在检查</translation>
        </message>
        <message>
            <source>The year has not ended: as of the end of %1</source>
            <translation>年度未结束，按截至%1末试编</translation>
        </message>
        <message numerus="yes">
            <source>Export %n sheet(s)</source>
            <translation>
                <numerusform>导出 %n 份</numerusform>
            </translation>
        </message>
        <message>
            <source>Into %1</source>
            <translation>存到 %1</translation>
        </message>
        <message>
            <source>Choose at least one plan</source>
            <translation>请至少选一份</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Exporting</source>
            <translation>正在导出</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled. %n file(s) were ready and stay in %1</source>
            <translation>
                <numerusform>已取消。已完成的 %n 个文件留在 %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written to %1</source>
            <translation>
                <numerusform>已导出 %n 个文件到 %1</numerusform>
            </translation>
        </message>
        <message>
            <source>No file manager answers. The sheets are in %1</source>
            <translation>打不开文件夹，表格在 %1</translation>
        </message>
        <message>
            <source>No plans yet</source>
            <translation>还没有绩效目标</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Export all sheets</source>
            <translation>导出全套表格</translation>
        </message>
    </context>
    <context>
        <name>SheetsPanel</name>
        <message>
            <source>Sheets</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Plans  {chosen} of {count} chosen</source>
            <translation>绩效目标　已选 {chosen} / {count}</translation>
        </message>
        <message>
            <source>None</source>
            <translation>全不选</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>绩效目标</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>发现</translation>
        </message>
        <message>
            <source>errors {errors}  warnings {warnings}  hints {hints}</source>
            <translation>错误 {errors}　提醒 {warnings}　提示 {hints}</translation>
        </message>
        <message>
            <source>Nothing to point out</source>
            <translation>没有发现问题</translation>
        </message>
    </context>
    <context>
        <name>ShownColumns</name>
        <message>
            <source>Move column left</source>
            <translation>左移此列</translation>
        </message>
        <message>
            <source>Move column right</source>
            <translation>右移此列</translation>
        </message>
        <message>
            <source>Standard columns</source>
            <translation>恢复默认列</translation>
        </message>
    </context>
    <context>
        <name>StandingTable</name>
        <message>
            <source>Standing</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>绩效目标</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>处室</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总分</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>执行率</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Nothing reported this quarter</source>
            <translation>本季度什么都没有填报</translation>
        </message>
        <message>
            <source>spending</source>
            <translation>预算执行</translation>
        </message>
        <message>
            <source>Red: %1</source>
            <translation>红灯：%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>%n not reported</source>
            <translation>
                <numerusform>%n 项未报</numerusform>
            </translation>
        </message>
        <message>
            <source>Beyond the target: %1</source>
            <translation>超出目标：%1</translation>
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
        <message>
            <source>Reading only: nobody is signed in</source>
            <translation>只能查看：没有选定人员</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) brought back that were not saved</source>
            <translation>
                <numerusform>已找回 %n 格未保存的内容</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Submitting</name>
        <message>
            <source>%1 submitted; it waits for review now</source>
            <translation>已提交“%1”，等待审核</translation>
        </message>
        <message>
            <source>Withdrawn; the values can be changed again</source>
            <translation>已撤回，可以继续修改</translation>
        </message>
        <message>
            <source>Check the plan</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>Submit the plan</source>
            <translation>提交审核</translation>
        </message>
        <message>
            <source>Withdraw the submission</source>
            <translation>撤回提交</translation>
        </message>
        <message>
            <source>%1 returned by %2: %3</source>
            <translation>%1 %2退回：%3</translation>
        </message>
        <message>
            <source>unnamed</source>
            <translation>未署名</translation>
        </message>
        <message>
            <source>Locked; nothing changes in this quarter</source>
            <translation>已锁定，本季不再改动</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已通过</translation>
        </message>
        <message>
            <source>Submitted, waiting for review</source>
            <translation>已提交，等待审核</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) not accepted: put them right first</source>
            <translation>
                <numerusform>先改正未接受的 %n 格</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) not saved: save them first</source>
            <translation>
                <numerusform>先保存未保存的 %n 格</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) to put right first</source>
            <translation>
                <numerusform>先改正 %n 处错误</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s) to explain first</source>
            <translation>
                <numerusform>先说明 %n 条提醒</numerusform>
            </translation>
        </message>
        <message>
            <source>Its lead submits it</source>
            <translation>由项目负责人提交</translation>
        </message>
    </context>
    <context>
        <name>Subtotal</name>
        <message>
            <source>of %1</source>
            <translation>满分 %1</translation>
        </message>
        <message>
            <source>Explain %1</source>
            <translation>说明 %1</translation>
        </message>
    </context>
    <context>
        <name>SurveySection</name>
        <message>
            <source>The value reported is another than that of the survey</source>
            <translation>填报的完成值与调查结果不一致</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>满意度调查</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>发放</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Satisfied</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Use rate</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤去</translation>
        </message>
        <message>
            <source>95% interval %1–%2　response rate %3</source>
            <translation>95% 区间 %1–%2　有效回收率 %3</translation>
        </message>
        <message>
            <source>The sample is too small: %1 cannot be told from the target %2</source>
            <translation>样本太少，%1 与目标 %2 的差别不能确定</translation>
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
        <message>
            <source>%1; this file is not divided among people</source>
            <translation>%1；这个文件还没有分人员</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>未选人员</translation>
        </message>
        <message>
            <source>Nobody is signed in: choose a person</source>
            <translation>没有选定人员：请选择</translation>
        </message>
        <message>
            <source>Signed in: %1</source>
            <translation>当前人员：%1</translation>
        </message>
    </context>
    <context>
        <name>TrendChart</name>
        <message>
            <source>%1 to date</source>
            <translation>%1（累计）</translation>
        </message>
        <message>
            <source>in the quarter</source>
            <translation>本期</translation>
        </message>
        <message>
            <source>milestone</source>
            <translation>里程碑</translation>
        </message>
        <message>
            <source>{name}: {values}. Target {target}.</source>
            <translation>{name}：{values}。目标 {target}。</translation>
        </message>
        <message>
            <source>{name}: not reported. Target {target}.</source>
            <translation>{name}：未报。目标 {target}。</translation>
        </message>
        <message>
            <source>Target %1</source>
            <translation>目标 %1</translation>
        </message>
        <message>
            <source>Nothing reported yet</source>
            <translation>还没有填报</translation>
        </message>
        <message>
            <source>in the quarter %1</source>
            <translation>本期 %1</translation>
        </message>
        <message>
            <source>milestone %1</source>
            <translation>里程碑 %1</translation>
        </message>
    </context>
    <context>
        <name>TrialBar</name>
        <message>
            <source>in fact {real} → tried {tried}</source>
            <translation>实际 {real} → 试算 {tried}</translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>已改 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Type into the table</source>
            <translation>直接在表中填写</translation>
        </message>
        <message>
            <source>weights add to %1</source>
            <translation>分值合计 %1</translation>
        </message>
        <message>
            <source>Trial: nothing is saved</source>
            <translation>试算：不保存</translation>
        </message>
        <message>
            <source>Reset row</source>
            <translation>恢复本行</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>全部恢复</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>退出试算</translation>
        </message>
    </context>
    <context>
        <name>TrialSide</name>
        <message>
            <source>Reset row of the trial</source>
            <translation>恢复试算的本行</translation>
        </message>
        <message>
            <source>Reset the trial</source>
            <translation>全部恢复试算</translation>
        </message>
    </context>
    <context>
        <name>TrialTable</name>
        <message>
            <source>in fact %1</source>
            <translation>实际 %1</translation>
        </message>
    </context>
    <context>
        <name>TryingPage</name>
        <message>
            <source>Scorecard on trial</source>
            <translation>试算中的评分卡</translation>
        </message>
        <message>
            <source>Try values on this scorecard</source>
            <translation>试算本评分卡</translation>
        </message>
    </context>
    <context>
        <name>Units</name>
        <message>
            <source>Sum</source>
            <translation>各单位合计</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>各单位平均</translation>
        </message>
        <message>
            <source>Pooled fractions</source>
            <translation>分子分母合并</translation>
        </message>
        <message>
            <source>Worst unit</source>
            <translation>取最差单位</translation>
        </message>
        <message>
            <source>units added up (%1)</source>
            <translation>%1 个单位合计</translation>
        </message>
        <message>
            <source>mean: sum ÷ %1</source>
            <translation>平均：合计 ÷ %1</translation>
        </message>
        <message>
            <source>Σ numerators / Σ denominators (%1)</source>
            <translation>分子合计 / 分母合计（%1 个单位）</translation>
        </message>
        <message>
            <source>worst of %1</source>
            <translation>%1 个单位中最差</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 / %2 reported</source>
            <translation>已报 %1 / %2</translation>
        </message>
        <message>
            <source>All have reported</source>
            <translation>全部已报</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Not reported: %1 and %2 more</source>
            <translation>未报：%1等，另有 %2 个</translation>
        </message>
        <message>
            <source>Not reported: %1</source>
            <translation>未报：%1</translation>
        </message>
    </context>
    <context>
        <name>UnitsDialog</name>
        <message>
            <source>Units and breakdown…</source>
            <translation>单位与分解…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Pasted %1 cells: %2 filled in, %3 not accepted</source>
            <translation>粘贴 %1 格：填入 %2，未接受 %3</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%1; no unit is called %2</source>
            <translation>%1；没有名为%2的单位</translation>
        </message>
        <message>
            <source>%1; twice, the last counts: %2</source>
            <translation>%1；重复，以最后一行为准：%2</translation>
        </message>
        <message>
            <source>%1, %2 outside the form</source>
            <translation>%1，%2 格超出表格</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>UnitsGrid</name>
        <message>
            <source>%1 (gone)</source>
            <translation>%1（停用）</translation>
        </message>
        <message>
            <source>the office&apos;s target</source>
            <translation>办事处指标值</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>指标值</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>灯</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>UnitsHead</name>
        <message>
            <source>Target %1, %2</source>
            <translation>指标值 %1，%2</translation>
        </message>
        <message>
            <source>Find a unit (Ctrl+F)</source>
            <translation>查找单位（Ctrl+F）</translation>
        </message>
        <message>
            <source>Find a unit</source>
            <translation>查找单位</translation>
        </message>
    </context>
    <context>
        <name>UnitsList</name>
        <message>
            <source>Reports</source>
            <translation>填报</translation>
        </message>
        <message>
            <source>Gone</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Own target</source>
            <translation>单位指标值</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>UnitsSection</name>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Open units</source>
            <translation>单位明细</translation>
        </message>
        <message>
            <source>What each unit reported, and the map of quarters (Ctrl+U)</source>
            <translation>各单位填报的数据与各季度分布（Ctrl+U）</translation>
        </message>
        <message>
            <source>Set up…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Which units there are, and how they report this indicator</source>
            <translation>有哪些单位，以及如何填报此指标</translation>
        </message>
    </context>
    <context>
        <name>UnitsSetupDialog</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Not by units</source>
            <translation>不分解</translation>
        </message>
        <message>
            <source>%1, target %2</source>
            <translation>%1，指标值 %2</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Units and breakdown</source>
            <translation>单位与分解</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位类别</translation>
        </message>
        <message>
            <source>The office&apos;s value</source>
            <translation>汇总方式</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>More units, one name a line</source>
            <translation>添加单位，每行一个名称</translation>
        </message>
        <message>
            <source>Kind of units</source>
            <translation>单位类别</translation>
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
        <message numerus="yes">
            <source>%n value(s), spending</source>
            <translation>
                <numerusform>缺 %n 项、执行数</numerusform>
            </translation>
        </message>
        <message>
            <source>spending</source>
            <translation>缺执行数</translation>
        </message>
        <message numerus="yes">
            <source>%n value(s) missing</source>
            <translation>
                <numerusform>缺 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>All filled in</source>
            <translation>已填齐</translation>
        </message>
        <message numerus="yes">
            <source>late by %n day(s)</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>submission %1, %2</source>
            <translation>%2 第 %1 次提交</translation>
        </message>
        <message>
            <source>submitted %1</source>
            <translation>%1 提交</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>缺 %n 项</numerusform>
            </translation>
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
            <translation>没有：本季都已填齐</translation>
        </message>
        <message numerus="yes">
            <source>%n plan(s) to review</source>
            <translation>
                <numerusform>待审核 %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaterfallChart</name>
        <message>
            <source>{total} of {full}. Lost: {losses}.</source>
            <translation>{total}，满分 {full}。失分：{losses}。</translation>
        </message>
        <message>
            <source>{total} of {full}. Nothing lost.</source>
            <translation>{total}，满分 {full}。没有失分。</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>满分</translation>
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
    <context>
        <name>WriteFormsDialog</name>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Write forms</source>
            <translation>制作填报表</translation>
        </message>
        <message>
            <source>Plans  {chosen} of {count} chosen</source>
            <translation>计划　已选 {chosen} / {count}</translation>
        </message>
        <message>
            <source>None</source>
            <translation>全不选</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全选</translation>
        </message>
        <message numerus="yes">
            <source>Write %n form(s)</source>
            <translation>
                <numerusform>制作 %n 份</numerusform>
            </translation>
        </message>
        <message>
            <source>Folder for the forms</source>
            <translation>填报表存放的文件夹</translation>
        </message>
        <message>
            <source>Writing forms</source>
            <translation>制作填报表</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled; %n form(s) are ready</source>
            <translation>
                <numerusform>已取消，%n 份已制好</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n form(s) written</source>
            <translation>
                <numerusform>已制作 %n 份填报表</numerusform>
            </translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>季度</translation>
        </message>
        <message>
            <source>Back by</source>
            <translation>交回日期</translation>
        </message>
        <message>
            <source>A day as it shall read, may be empty</source>
            <translation>按原样写在表上，可不填</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>One protected workbook per plan, to be filled in without this program and read back.</source>
            <translation>每个计划一个受保护的工作簿，没有本程序也能填写，交回后可读回。</translation>
        </message>
    </context>
    <context>
        <name>Years</name>
        <message>
            <source>Years</source>
            <translation>年度对比</translation>
        </message>
        <message>
            <source>Show the plan beside its earlier years</source>
            <translation>把这张表和往年放在一起看</translation>
        </message>
    </context>
    <context>
        <name>YearsDialog</name>
        <message>
            <source>Years side by side</source>
            <translation>年度对比</translation>
        </message>
        <message>
            <source>{plan}, as of {quarter}, value over target, each year by its own rule pack</source>
            <translation>{plan}　截至{quarter}　上为完成值，下为目标　各年度按各自的规则包</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>YearsModel</name>
        <message>
            <source>Budget execution</source>
            <translation>预算执行率</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总分</translation>
        </message>
        <message>
            <source>Indicator</source>
            <translation>三级指标</translation>
        </message>
        <message>
            <source>Earlier names</source>
            <translation>曾用名称</translation>
        </message>
        <message>
            <source>%1 target</source>
            <translation>%1 目标</translation>
        </message>
        <message>
            <source>%1 actual</source>
            <translation>%1 完成值</translation>
        </message>
        <message>
            <source>%1 score</source>
            <translation>%1 得分</translation>
        </message>
    </context>
</TS>
