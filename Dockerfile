FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
# A fresh volume takes over the owner of the folder that it covers.
RUN install -d -o node -g node -m 700 /var/lib/zhixi/files
USER node
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
CMD ["npm", "run", "start:web"]
