#include "report/html_page.hpp"

#include "report/renderers.hpp"

namespace sihu {

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : visible_lines(text)) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += c;
    }
  return out;
}

std::string html_page(const HtmlPage& page, Lang lang) {
  const bool scripted = !page.script.empty();
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out += lang == Lang::zh ? "zh-CN" : "en";
  out +=
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'";
  out += scripted ? "; script-src 'unsafe-inline'\">\n" : "\">\n";
  out += "<title>" + html_text(page.title) + "</title>\n<style>\n" + page.style +
         "</style>\n</head>\n<body>\n" + page.body;
  if (scripted) out += "<script>\n" + page.script + "</script>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace sihu
