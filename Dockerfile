# The bot as an image: docs/running.md. For linux/amd64 and linux/arm64.
#
# The base by version and by digest, the digest of the list of all platforms. To move to another, set both:
#   docker buildx imagetools inspect node:24.21.0-trixie-slim
ARG NODE_IMAGE=node:24.21.0-trixie-slim@sha256:173f125896c3b47ddf056734c7ea789d04595a6a08769a8f78e0df642781fb66

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Nothing of these packages is compiled or fetched at install: their binaries are in them.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY scripts/slim.ts scripts/
RUN node scripts/slim.ts

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Communiqué" \
      org.opencontainers.image.description="A Discord bot that answers questions about diplomatic talks only in the words of its sources" \
      org.opencontainers.image.licenses="MIT"
# The bot installs nothing. The folder is made here, so that a new volume belongs to the user below.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* \
      /usr/local/bin/yarn /usr/local/bin/yarnpkg \
 && mkdir /data && chown 1000:1000 /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY models models
COPY package.json LICENSE ./
COPY docs/notice.txt docs/word-list-licence.txt docs/
COPY corpus corpus
COPY commands commands
COPY src src
ENV NODE_ENV=production \
    STORE=/data/communique.sqlite \
    READER_CACHE=/data/reading.sqlite \
    HEALTH_PORT=8080
# By number: Kubernetes asks whether it is root. It is `node` in the base.
USER 1000:1000
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/start.js"]
CMD ["main"]
