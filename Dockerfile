FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN deploy/build.sh

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build /build/dist/release/tentowns ./
RUN mkdir -p /data && chown node:node /data
USER node
ENV NODE_ENV=production PORT=3000 DATABASE_URL=file:/data/tentowns.db EVIDENCE_URL=file:/data/evidence
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["deploy/healthy.sh"]
CMD ["deploy/start.sh"]
