# Whetstone, built whole, so that it starts at once. `docker compose up` runs it beside a PostgreSQL (docs/deploying.md).
FROM node:24-trixie-slim AS build
WORKDIR /app
# Packages in a layer of their own: they change less often than the sources.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
# What only builds and tests stays behind; pruning would keep most of it, as optional peers of what serves. The folder is
# that of its own PostgreSQL.
RUN npm uninstall --no-save --ignore-scripts --no-audit --no-fund \
      $(node -p "Object.keys(require('./package.json').devDependencies).join(' ')") \
  && rm -rf .next/cache && mkdir -p .data

FROM node:24-trixie-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 3000
# Used without DATABASE_URL alone.
VOLUME /app/.data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT || 3000}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=1024", "--max-semi-space-size=8", "scripts/start.ts"]
