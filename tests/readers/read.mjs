// Reads documents, one JSON string on each line of standard input, and writes what a reader makes of each, in the same way:
// `{"html": …}`, `{"text": …}` or `{"error": …}`. The argument names the reader.
import { createInterface } from "node:readline";

// The page as Docusaurus and Next.js compile and render it.
async function mdx() {
    const { evaluate } = await import("@mdx-js/mdx");
    const { default: gfm } = await import("remark-gfm");
    const { default: frontmatter } = await import("remark-frontmatter");
    const runtime = await import("vue/jsx-runtime");
    const render = await renderer();
    return async (document) => {
        const { default: Content } = await evaluate(document, { ...runtime, remarkPlugins: [gfm, frontmatter] });
        return { html: await render({ render: () => Content({}) }) };
    };
}

// The page as VitePress renders it, and Vue's compiler then reads what is in it. Its data is empty: an expression is a mistake.
async function vitepress() {
    const { createMarkdownRenderer } = await import("vitepress");
    const markdown = await createMarkdownRenderer(process.cwd());
    const render = await renderer();
    return async (document) => {
        const template = markdown.render(document, { path: "page.md", relativePath: "page.md", cleanUrls: false });
        return { html: await render({ template: `<main>${template}</main>` }) };
    };
}

// The HTML of a component of Vue, whose warnings are errors.
async function renderer() {
    const { createSSRApp } = await import("vue");
    const { renderToString } = await import("vue/server-renderer");
    return async (component) => {
        const app = createSSRApp(component);
        const warnings = [];
        app.config.warnHandler = (warning) => warnings.push(warning);
        const html = await renderToString(app);
        if (warnings.length > 0) {
            throw new Error(warnings.join("\n"));
        }
        return html;
    };
}

// The document as Prettier writes it.
async function prettier(parser) {
    const { format } = await import("prettier");
    return async (document) => ({ text: await format(document, { parser }) });
}

const [name] = process.argv.slice(-1);
const readers = { mdx, vitepress, "prettier-markdown": () => prettier("markdown"), "prettier-mdx": () => prettier("mdx") };
const read = await readers[name]();
for await (const line of createInterface({ input: process.stdin })) {
    const answer = await read(JSON.parse(line)).catch((error) => ({ error: String(error) }));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
}
