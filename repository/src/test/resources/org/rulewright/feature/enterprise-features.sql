-- Features of small enterprises from their invoices, one row for each enterprise.
-- {p}, {rating} and {defaulted} differ between enterprises with and without a credit record.
WITH
enterprise AS (
  SELECT "企业代号" AS subject, {rating} AS rating, {defaulted} AS defaulted
  FROM {p}_enterprises
),
-- 发票状态 has a leading blank in some rows.
sale AS (
  SELECT "企业代号" AS subject, "购方单位代号" AS partner, "开票日期" AS day,
         date_trunc('month', "开票日期") AS month, "价税合计" AS amount, "税额" AS tax, "金额" AS net,
         trim("发票状态") = '作废发票' AS cancelled
  FROM {p}_output_invoices
),
purchase AS (
  SELECT "企业代号" AS subject, "销方单位代号" AS partner, "开票日期" AS day,
         date_trunc('month', "开票日期") AS month, "价税合计" AS amount, "税额" AS tax, "金额" AS net,
         trim("发票状态") = '作废发票' AS cancelled
  FROM {p}_input_invoices
),
-- The observed period is the same for all: that of all invoices together.
period AS (
  SELECT min(day) AS first_day, max(day) AS last_day,
         date_diff('month', min(day), max(day)) + 1 AS months
  FROM (SELECT day FROM sale UNION ALL SELECT day FROM purchase)
),
sales AS (
  SELECT subject,
         count(*) AS invoices,
         count(*) FILTER (WHERE cancelled) AS cancelled,
         count(*) FILTER (WHERE NOT cancelled AND amount < 0) AS negative,
         sum(amount) FILTER (WHERE NOT cancelled) AS total,
         sum(tax) FILTER (WHERE NOT cancelled) AS tax,
         sum(amount) FILTER (WHERE NOT cancelled AND amount > 0) AS gross,
         -sum(amount) FILTER (WHERE NOT cancelled AND amount < 0) AS returned,
         sum(amount) FILTER (WHERE NOT cancelled AND day > last_day - INTERVAL 12 MONTH) AS last_year,
         sum(amount) FILTER (WHERE NOT cancelled AND day > last_day - INTERVAL 24 MONTH AND day <= last_day - INTERVAL 12 MONTH) AS year_before,
         count(DISTINCT month) FILTER (WHERE NOT cancelled AND amount > 0) AS active_months,
         count(DISTINCT partner) FILTER (WHERE NOT cancelled) AS partners,
         min(day) FILTER (WHERE NOT cancelled AND amount > 0) AS first_sale,
         max(day) FILTER (WHERE NOT cancelled AND amount > 0) AS last_sale,
         median(amount) FILTER (WHERE NOT cancelled AND amount > 0) AS median_invoice
  FROM sale, period GROUP BY subject
),
purchases AS (
  SELECT subject,
         count(*) AS invoices,
         count(*) FILTER (WHERE cancelled) AS cancelled,
         count(*) FILTER (WHERE NOT cancelled AND amount < 0) AS negative,
         sum(amount) FILTER (WHERE NOT cancelled) AS total,
         sum(tax) FILTER (WHERE NOT cancelled) AS tax,
         count(DISTINCT month) FILTER (WHERE NOT cancelled AND amount > 0) AS active_months,
         count(DISTINCT partner) FILTER (WHERE NOT cancelled) AS partners,
         max(day) FILTER (WHERE NOT cancelled AND amount > 0) AS last_purchase
  FROM purchase GROUP BY subject
),
customer AS (
  SELECT subject, partner, sum(amount) AS amount
  FROM sale WHERE NOT cancelled GROUP BY subject, partner HAVING sum(amount) > 0
),
customers AS (
  SELECT subject, max(amount) / sum(amount) AS top_share,
         sum(CAST(amount AS DOUBLE) ^ 2) / sum(CAST(amount AS DOUBLE)) ^ 2 AS hhi
  FROM customer GROUP BY subject
),
supplier AS (
  SELECT subject, partner, sum(amount) AS amount
  FROM purchase WHERE NOT cancelled GROUP BY subject, partner HAVING sum(amount) > 0
),
suppliers AS (
  SELECT subject, max(amount) / sum(amount) AS top_share,
         sum(CAST(amount AS DOUBLE) ^ 2) / sum(CAST(amount AS DOUBLE)) ^ 2 AS hhi
  FROM supplier GROUP BY subject
),
monthly AS (
  SELECT e.subject, m.month, coalesce(sum(s.amount) FILTER (WHERE NOT s.cancelled), 0) AS amount
  FROM enterprise e
  CROSS JOIN (SELECT DISTINCT month FROM sale) m
  LEFT JOIN sale s ON s.subject = e.subject AND s.month = m.month
  GROUP BY e.subject, m.month
),
volatility AS (
  SELECT subject, stddev_samp(CAST(amount AS DOUBLE)) / nullif(avg(CAST(amount AS DOUBLE)), 0) AS volatility
  FROM monthly GROUP BY subject
),
loyalty AS (
  SELECT subject, count(*) FILTER (WHERE months >= 3) / count(*) AS repeat_share
  FROM (SELECT subject, partner, count(DISTINCT month) AS months
        FROM sale WHERE NOT cancelled AND amount > 0 GROUP BY subject, partner)
  GROUP BY subject
)
SELECT
  e.subject,
  e.rating,
  e.defaulted,
  coalesce(s.total, 0) AS "totalSales",
  round(coalesce(s.total, 0) * 12 / p.months, 2) AS "annualSales",
  coalesce(s.last_year, 0) AS "lastYearSales",
  coalesce(b.total, 0) AS "totalPurchases",
  round(coalesce(b.total, 0) * 12 / p.months, 2) AS "annualPurchases",
  coalesce(s.total, 0) - coalesce(b.total, 0) AS "grossProfit",
  round((s.total - coalesce(b.total, 0)) / nullif(s.total, 0), 6) AS "grossMargin",
  coalesce(s.tax, 0) - coalesce(b.tax, 0) AS "netTax",
  round(coalesce(s.cancelled / s.invoices, 0), 6) AS "cancelledShare",
  round(coalesce(b.cancelled / b.invoices, 0), 6) AS "cancelledPurchaseShare",
  round(coalesce(s.negative / s.invoices, 0), 6) AS "negativeShare",
  round(coalesce(s.returned / nullif(s.gross, 0), 0), 6) AS "returnedShare",
  round(coalesce(c.top_share, 1), 6) AS "topCustomerShare",
  round(coalesce(c.hhi, 1), 6) AS "customerConcentration",
  round(coalesce(d.top_share, 1), 6) AS "topSupplierShare",
  round(coalesce(d.hhi, 1), 6) AS "supplierConcentration",
  coalesce(s.partners, 0) AS customers,
  coalesce(b.partners, 0) AS suppliers,
  round(coalesce(l.repeat_share, 0), 6) AS "repeatCustomerShare",
  round(s.last_year / nullif(s.year_before, 0) - 1, 6) AS "salesGrowth",
  round(v.volatility, 6) AS "salesVolatility",
  coalesce(s.active_months, 0) AS "activeMonths",
  coalesce(b.active_months, 0) AS "activePurchaseMonths",
  coalesce(s.invoices, 0) AS "salesInvoices",
  coalesce(b.invoices, 0) AS "purchaseInvoices",
  coalesce(s.median_invoice, 0) AS "medianInvoice",
  date_diff('day', coalesce(s.last_sale, p.first_day), p.last_day) AS "daysSinceLastSale",
  date_diff('day', coalesce(b.last_purchase, p.first_day), p.last_day) AS "daysSinceLastPurchase",
  date_diff('day', coalesce(s.first_sale, p.last_day), p.last_day) AS "daysSinceFirstSale"
FROM enterprise e
CROSS JOIN period p
LEFT JOIN sales s USING (subject)
LEFT JOIN purchases b USING (subject)
LEFT JOIN customers c USING (subject)
LEFT JOIN suppliers d USING (subject)
LEFT JOIN volatility v USING (subject)
LEFT JOIN loyalty l USING (subject)
ORDER BY length(e.subject), e.subject
