# Reads documents of AsciiDoc (a JSON list of strings) and says what Asciidoctor makes of each, by its XHTML.
#
# Of each: `messages`, what it complains of; `titles` of sections; `tables`, the texts of cells in rows; `text`, all of it.
require 'asciidoctor'
require 'json'
require 'rexml/document'

def text(node)
  case node
  when REXML::Text then node.value
  when REXML::Element
    before = node.name == 'br' ? "\n" : node.attributes['alt'].to_s
    before + node.children.map { |child| text child }.join + (block?(node) ? "\n" : '')
  else ''
  end
end

def block?(node)
  %w[p td th li dt dd div pre h1 h2 h3 tr].include? node.name
end

def rows(table)
  table.elements.to_a('thead/tr | tbody/tr').map { |row| row.elements.to_a('th | td').map { |cell| text cell } }
end

pages = JSON.parse($stdin.read.force_encoding('UTF-8')).map do |document|
  logger = Asciidoctor::MemoryLogger.new
  Asciidoctor::LoggerManager.logger = logger
  html = Asciidoctor.convert document, standalone: false, safe: :safe, backend: 'xhtml5'
  page = REXML::Document.new "<page>#{html}</page>"
  messages = logger.messages.map { |message| message[:message].to_s }
  titles = page.elements.to_a('//h2').map { |title| text title }
  tables = page.elements.to_a('//table').map { |table| rows table }
  { messages: messages, titles: titles, tables: tables, text: text(page.root) }
rescue REXML::ParseException => e
  { messages: [e.message.lines.first], titles: [], tables: [], text: html }
end
puts JSON.generate(pages)
