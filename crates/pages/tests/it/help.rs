//! A node with pages, and a browser of sorts: requests with a session's cookie, forms as browsers send them.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use roznamcha_access::Role;
use roznamcha_acts::Moment;
use roznamcha_pages::{Pages, PagesOptions};
use roznamcha_print::Press;
use roznamcha_trial::Node;
use roznamcha_words::Words;
use std::sync::{Arc, LazyLock};
use tower::ServiceExt;

/// Fonts are read once; `None` when they are not installed.
static PRESS: LazyLock<Option<Arc<Press>>> = LazyLock::new(|| Press::new().ok().map(Arc::new));

/// A node and its pages.
pub struct Site {
    pub node: Node,
    router: Router,
}

/// A page as it came.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The page's text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Where it redirects to.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or("")
    }

    /// The value of the hidden field of that name, the first in the page.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let at = text.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
        at.split('"').next().unwrap_or_default().to_owned()
    }
}

/// A site whose station's diary is open.
pub async fn site() -> Site {
    let site = closed_site().await;
    site.node.open_day().await.unwrap();
    site
}

/// A site whose station's diary is not open yet.
pub async fn closed_site() -> Site {
    let node = Node::new().await.unwrap();
    let words = Arc::new(Words::load().unwrap());
    let options = PagesOptions { public_url: "http://node.example".to_owned(), ..PagesOptions::default() };
    let pages = Pages { records: node.records.clone(), press: PRESS.clone(), words, options };
    Site { node, router: pages.router() }
}

impl Site {
    /// Whether documents can be printed here.
    pub fn has_press(&self) -> bool {
        PRESS.is_some()
    }

    /// The time now, by the node's clock.
    pub fn now(&self) -> Moment {
        self.node.records.now()
    }

    /// The token of an officer who reads in that language and has stated that purpose.
    pub async fn token(&self, role: Role, lang: &str, purpose: &str) -> String {
        let token = self.node.token(&roznamcha_trial::officer_of(role)).await.unwrap();
        let caller = self.node.records.caller(&token, "test").await.unwrap();
        self.node.records.set_lang(&caller, lang).await.unwrap();
        if !purpose.is_empty() {
            self.node.records.state_purpose(&caller, purpose.parse().unwrap(), "17/2026").await.unwrap();
        }
        token
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes().to_vec();
        let answer = Answer { status, headers, bytes };
        no_bare_keys(&answer);
        answer
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str, token: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, format!("roznamcha={token}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends JSON, as the script does that keeps drafts.
    pub async fn json(&self, path: &str, token: &str, body: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, format!("roznamcha={token}"))
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// Sends a part of a file, as the script does.
    pub async fn put(&self, path: &str, token: &str, bytes: &[u8]) -> Answer {
        let request = Request::put(path).header(header::COOKIE, format!("roznamcha={token}"));
        self.send(request.body(Body::from(bytes.to_vec())).unwrap()).await
    }

    /// Sends a form that may bring a file.
    pub async fn multipart(
        &self,
        path: &str,
        token: &str,
        fields: &[(&str, String)],
        file: Option<&[u8]>,
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
        }
        let head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../x.html\"\r\n\
                    Content-Type: text/html\r\n\r\n";
        body.extend([head.as_bytes(), file.unwrap_or_default(), b"\r\n--edge--\r\n"].concat());
        let request = Request::post(path)
            .header(header::COOKIE, format!("roznamcha={token}"))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form that brings images, each in its own field.
    pub async fn images(
        &self,
        path: &str,
        token: &str,
        fields: &[(&str, &str)],
        images: &[(String, Vec<u8>)],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
        }
        for (name, bytes) in images {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"x.png\"\r\n\
                 Content-Type: image/png\r\n\r\n"
            );
            body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
        }
        body.extend(b"--edge--\r\n");
        let request = Request::post(path)
            .header(header::COOKIE, format!("roznamcha={token}"))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, token: &str, fields: &[(&str, &str)]) -> Answer {
        let body = fields.iter().map(|(n, v)| format!("{}={}", escaped(n), escaped(v)));
        let request = Request::post(path)
            .header(header::COOKIE, format!("roznamcha={token}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.collect::<Vec<_>>().join("&"))).unwrap()).await
    }
}

fn escaped(text: &str) -> String {
    let one = |b: u8| {
        if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }
    };
    text.bytes().map(one).collect()
}

/// No page shows `[some-key]` where a message is missing.
fn no_bare_keys(answer: &Answer) {
    let kind = answer.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    if !kind.starts_with("text/html") {
        return;
    }
    let text = answer.text();
    for piece in text.split('[').skip(1) {
        let word = piece.split(']').next().unwrap_or_default();
        let like_key = word.contains('-')
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(!like_key, "the page shows [{word}]");
    }
}
