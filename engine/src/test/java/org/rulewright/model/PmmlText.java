package org.rulewright.model;

/** PMML files of tests. */
final class PmmlText {

  private PmmlText() {}

  /** score = 10 + 0.5 income, plus 5 in the north or -5 in the south. */
  static String regression() {
    return """
    <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
    <DataDictionary>
    <DataField name="income" optype="continuous" dataType="double"/>
    <DataField name="region" optype="categorical" dataType="string">
    <Value value="north"/><Value value="south"/></DataField>
    <DataField name="y" optype="continuous" dataType="double"/>
    </DataDictionary>
    <RegressionModel functionName="regression">
    <MiningSchema>
    <MiningField name="income"/><MiningField name="region"/>
    <MiningField name="y" usageType="target"/>
    </MiningSchema>
    <Output><OutputField name="result" optype="continuous" dataType="double" feature="predictedValue"/></Output>
    <RegressionTable intercept="10">
    <NumericPredictor name="income" coefficient="0.5"/>
    <CategoricalPredictor name="region" value="north" coefficient="5"/>
    <CategoricalPredictor name="region" value="south" coefficient="-5"/>
    </RegressionTable></RegressionModel></PMML>
    """;
  }

  /** Refers applicants older than a day number, and those of grade "A"; grades are not declared. */
  static String tree() {
    return """
    <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
    <DataDictionary>
    <DataField name="grade" optype="categorical" dataType="string"/>
    <DataField name="founded" optype="continuous" dataType="dateDaysSince[1960]"/>
    <DataField name="exporter" optype="categorical" dataType="boolean"/>
    <DataField name="employees" optype="continuous" dataType="integer"/>
    <DataField name="y" optype="categorical" dataType="string"><Value value="good"/><Value value="bad"/></DataField>
    </DataDictionary>
    <TreeModel functionName="classification" missingValueStrategy="defaultChild" noTrueChildStrategy="returnLastPrediction">
    <MiningSchema>
    <MiningField name="grade"/><MiningField name="founded"/><MiningField name="exporter"/><MiningField name="employees"/>
    <MiningField name="y" usageType="target"/>
    </MiningSchema>
    <Output><OutputField name="verdict" optype="categorical" dataType="string" feature="predictedValue"/></Output>
    <Node id="0" score="bad" defaultChild="3"><True/>
    <Node id="1" score="good"><SimplePredicate field="grade" operator="equal" value="A"/></Node>
    <Node id="2" score="good"><SimplePredicate field="founded" operator="lessThan" value="366"/></Node>
    <Node id="4" score="good"><SimplePredicate field="exporter" operator="equal" value="true"/></Node>
    <Node id="5" score="good"><SimplePredicate field="employees" operator="greaterThan" value="100"/></Node>
    <Node id="3" score="bad"><True/></Node>
    </Node></TreeModel></PMML>
    """;
  }
}
