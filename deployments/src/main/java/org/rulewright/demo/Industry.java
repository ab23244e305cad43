package org.rulewright.demo;

import java.util.List;

/**
 * Trades of the demonstration region, with what their names are made of and how they earn.
 *
 * @param label the industry as the business registry writes it
 * @param margin the usual share of sales that is not purchases
 * @param products words that stand in the names of its enterprises
 */
record Industry(String label, double margin, List<String> products) {

  /** Every industry of the demonstration, most frequent first. */
  static final List<Industry> ALL =
      List.of(
          new Industry("批发和零售业", 0.14, List.of("商贸", "贸易", "物资", "百货", "五金")),
          new Industry("制造业", 0.24, List.of("钢铁", "陶瓷", "机械", "金属制品", "轧辊", "装备")),
          new Industry("建筑业", 0.20, List.of("建筑工程", "市政工程", "装饰工程", "安装工程")),
          new Industry("交通运输、仓储和邮政业", 0.22, List.of("运输", "物流", "仓储", "货运")),
          new Industry("科学研究和技术服务业", 0.42, List.of("检测技术", "工程设计", "技术服务", "环保科技")),
          new Industry("信息传输、软件和信息技术服务业", 0.46, List.of("网络科技", "软件", "信息技术", "数据服务")),
          new Industry("农、林、牧、渔业", 0.26, List.of("农业开发", "果品", "水产", "养殖")),
          new Industry("住宿和餐饮业", 0.38, List.of("餐饮管理", "酒店管理", "食品")));
}
