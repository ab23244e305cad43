package org.rulewright.demo;

import java.util.List;
import java.util.Random;

/** Chinese names of enterprises, people and towns. */
final class Names {
  private static final List<String> TOWNS =
      List.of(
          "路北区", "路南区", "丰润区", "丰南区", "古冶区", "开平区", "曹妃甸区", "遵化市", "迁安市", "滦州市", "滦南县", "乐亭县",
          "迁西县", "玉田县");
  private static final List<String> SYLLABLES =
      List.of(
          "恒", "盛", "达", "源", "鑫", "瑞", "泰", "隆", "华", "信", "诚", "和", "兴", "宏", "丰", "润", "嘉", "德",
          "安", "佳", "通", "利", "祥", "凯", "博", "天", "海", "龙", "金", "汇");
  private static final List<String> FAMILY_NAMES =
      List.of(
          "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高",
          "林", "罗");
  private static final List<String> GIVEN_NAMES =
      List.of(
          "伟", "芳", "建国", "秀英", "敏", "静", "志强", "丽", "磊", "军", "洋", "艳", "勇", "杰", "娟", "涛", "明",
          "超", "秀兰", "霞", "海燕", "文博", "国庆", "立新");

  private Names() {}

  static String town(Random random) {
    return any(TOWNS, random);
  }

  static String person(Random random) {
    return any(FAMILY_NAMES, random) + any(GIVEN_NAMES, random);
  }

  static String enterprise(Industry industry, Random random) {
    return "唐山" + brand(random) + any(industry.products(), random) + "有限公司";
  }

  /** Returns the name of a business partner from anywhere in the country. */
  static String counterparty(Random random) {
    var industry = any(Industry.ALL, random);
    var cities = List.of("唐山", "天津", "北京", "石家庄", "沈阳", "济南", "上海", "秦皇岛");
    return any(cities, random) + brand(random) + any(industry.products(), random) + "有限公司";
  }

  static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String brand(Random random) {
    return any(SYLLABLES, random) + any(SYLLABLES, random);
  }
}
