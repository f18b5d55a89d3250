-- Addresses that belong to the app itself: a project that was named so before its name was reserved gets another
-- address, as a new one of that name would. "embed" had the headers of a public file on its pages.
UPDATE projects AS taken SET slug = (
  SELECT free.slug FROM generate_series(1, 1000) AS number
  CROSS JOIN LATERAL (
    SELECT taken.slug || '-project' || CASE number WHEN 1 THEN '' ELSE '-' || number END AS slug
  ) AS free
  WHERE NOT EXISTS (SELECT FROM projects AS other WHERE other.slug = free.slug)
  ORDER BY number LIMIT 1
)
WHERE slug IN ('api', 'docs', 'embed', 'playground', 'projects', 'r', 'setup', 'sign-in');
