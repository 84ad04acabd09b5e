import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The window loads the built files from disk, so every address in them is relative.
export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [svelte()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
  server: { port: 1420, strictPort: true },
  // Component tests run the browser build of Svelte, not the server one.
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  // A slow machine is no failure: only what hangs runs into these.
  test: { environment: "jsdom", include: ["src/**/*.test.ts"], setupFiles: ["src/test-setup.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
}));
