-- One row for each enterprise: what its invoices of 24 months say, beside what the departments know.
with valid as (
  select "统一社会信用代码" as code, "发票方向" = '销项' as sale, "开票日期" as day,
    "对方单位" as partner, "金额" as amount
  from invoices where trim("发票状态") = '有效发票'),
sales as (
  select code, sum(amount) as total, count(distinct date_trunc('month', day)) as months,
    count(distinct partner) as partners, max(day) as last_day,
    sum(case when day >= date '2025-10-01' then amount else 0 end) as this_year,
    sum(case when day < date '2025-10-01' then amount else 0 end) as year_before
  from valid where sale group by code),
purchases as (
  select code, sum(amount) as total, count(distinct partner) as partners
  from valid where not sale group by code),
by_customer as (
  select code, partner, sum(amount) as amount from valid where sale group by code, partner),
largest as (select code, max(amount) as amount from by_customer group by code),
by_month as (
  select code, date_trunc('month', day) as month, sum(amount) as amount
  from valid where sale group by code, date_trunc('month', day)),
steadiness as (
  select code, stddev_pop(amount) / nullif(avg(amount), 0) as volatility
  from by_month group by code),
habits as (
  select "统一社会信用代码" as code,
    avg(case when trim("发票状态") = '作废发票' then 1.0 else 0.0 end) as cancelled,
    avg(case when "金额" < 0 then 1.0 else 0.0 end) as negative
  from invoices where "发票方向" = '销项' group by "统一社会信用代码")
select e."统一社会信用代码" as enterprise,
  e."企业名称" as enterpriseName,
  e."行业" as industry,
  e."区县" as town,
  (coalesce(s.total, 0) / 2)::decimal(18, 2) as annualSales,
  (coalesce(p.total, 0) / 2)::decimal(18, 2) as annualPurchases,
  ((s.total - coalesce(p.total, 0)) / nullif(s.total, 0))::decimal(18, 4) as margin,
  coalesce(s.months, 0)::decimal(9, 0) as activeMonths,
  coalesce(s.partners, 0)::decimal(9, 0) as customers,
  coalesce(p.partners, 0)::decimal(9, 0) as suppliers,
  h.cancelled::decimal(18, 4) as cancelledShare,
  h.negative::decimal(18, 4) as negativeShare,
  (l.amount / nullif(s.total, 0))::decimal(18, 4) as topCustomerShare,
  (s.this_year / nullif(s.year_before, 0) - 1)::decimal(18, 4) as salesGrowth,
  t.volatility::decimal(18, 4) as salesVolatility,
  date_diff('day', s.last_day, date '2026-10-01')::decimal(9, 0) as daysSinceLastSale,
  date_diff('month', e."成立日期", date '2026-10-01')::decimal(9, 0) as monthsInBusiness,
  e."注册资本" as registeredCapital,
  e."员工人数" as employees,
  e."纳税信用等级" as taxRating,
  e."欠税金额" as overdueTax,
  e."涉诉案件数" as courtCases,
  e."是否失信" as dishonest,
  e."社保缴纳月数" as insuredMonths,
  e."申请金额" as requestedAmount,
  e."是否违约" as defaulted
from enterprises e
  left join sales s on s.code = e."统一社会信用代码"
  left join purchases p on p.code = e."统一社会信用代码"
  left join largest l on l.code = e."统一社会信用代码"
  left join steadiness t on t.code = e."统一社会信用代码"
  left join habits h on h.code = e."统一社会信用代码"
