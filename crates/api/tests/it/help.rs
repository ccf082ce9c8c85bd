//! A node with an API, and requests to it.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use roznamcha_api::Api;
use roznamcha_print::Press;
use roznamcha_sheets::Copyist;
use roznamcha_trial::Node;
use roznamcha_words::Words;
use serde_json::Value;
use std::sync::{Arc, LazyLock};
use tower::ServiceExt;

/// The fonts are loaded once.
static PRESS: LazyLock<Arc<Press>> = LazyLock::new(|| Arc::new(Press::new().unwrap()));

pub struct Site {
    pub node: Node,
    router: Router,
}

pub async fn site() -> Site {
    let node = Node::new().await.unwrap();
    let words = Arc::new(Words::load().unwrap());
    let press = PRESS.clone();
    let copyist = Copyist::new(node.records.clone(), words.clone(), press, "http://node.example");
    let router = Api { records: node.records.clone(), words, copyist: Some(copyist) }.router();
    Site { node, router }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }
}

pub struct Call<'a> {
    pub method: Method,
    pub path: &'a str,
    pub token: Option<&'a str>,
    pub purpose: Option<&'a str>,
    pub body: Option<Vec<u8>>,
}

impl Site {
    pub async fn call(&self, call: Call<'_>) -> Answer {
        let mut request =
            Request::builder().method(call.method).uri(call.path).header("accept-language", "en");
        if let Some(token) = call.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(purpose) = call.purpose {
            request = request.header("x-purpose", purpose);
        }
        if call.body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        self.raw(request.body(Body::from(call.body.unwrap_or_default())).unwrap()).await
    }

    /// A request as it is.
    pub async fn raw(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let headers = response.headers().clone();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, headers, bytes: bytes.to_vec(), text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub async fn get(&self, path: &str, token: &str, purpose: &str) -> Answer {
        let purpose = (!purpose.is_empty()).then_some(purpose);
        self.call(Call { method: Method::GET, path, token: Some(token), purpose, body: None }).await
    }

    pub async fn post(&self, path: &str, token: &str, body: &Value) -> Answer {
        let body = Some(body.to_string().into_bytes());
        self.call(Call { method: Method::POST, path, token: Some(token), purpose: None, body }).await
    }

    /// The same with a purpose.
    pub async fn send(&self, path: &str, token: &str, purpose: &str, body: &Value) -> Answer {
        let body = Some(body.to_string().into_bytes());
        let purpose = (!purpose.is_empty()).then_some(purpose);
        self.call(Call { method: Method::POST, path, token: Some(token), purpose, body }).await
    }

    /// Bytes as they are, with a `Range` or none.
    pub async fn put(&self, path: &str, token: &str, bytes: Vec<u8>) -> Answer {
        self.call(Call { method: Method::PUT, path, token: Some(token), purpose: None, body: Some(bytes) })
            .await
    }

    /// Every audit row so far.
    pub async fn audit_rows(&self) -> usize {
        let query = roznamcha_records::AuditQuery { limit: 10_000, ..Default::default() };
        self.node.store.audit(&query).await.unwrap().len()
    }
}
