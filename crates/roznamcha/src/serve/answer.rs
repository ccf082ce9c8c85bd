//! The last resort: an error that no page or route has put into words gets words here, in both languages for people and
//! as an RFC 9457 problem for machines. Limits, timeouts, panics and requests that cannot be read all come by here.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};

/// Where machines ask.
pub const API: &str = "/api/";

/// Puts words on an error that has none.
pub async fn dress(request: Request, next: Next) -> Response {
    let machine = request.uri().path().starts_with(API);
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_dressed(&response, machine) {
        return response;
    }
    let mut dressed = if machine { problem(status) } else { page(status) };
    *dressed.status_mut() = status;
    // The answer's own headers stay: Retry-After, Allow, WWW-Authenticate.
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    dressed
}

fn is_dressed(response: &Response, machine: bool) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    if machine { kind.contains("json") } else { kind.starts_with("text/html") }
}

/// What happened and what to do next, in English and Urdu.
fn words(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::NOT_FOUND => ("There is no such page.", "ایسا کوئی صفحہ نہیں۔"),
        StatusCode::METHOD_NOT_ALLOWED => {
            ("This address does not take that kind of request.", "یہ پتا اس قسم کی درخواست نہیں لیتا۔")
        }
        StatusCode::REQUEST_TIMEOUT => (
            "What was sent did not arrive in time. Look at the line, then send it again.",
            "جو بھیجا گیا وہ وقت پر نہیں پہنچا۔ لائن دیکھ کر دوبارہ بھیجیں۔",
        ),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => (
            "What was sent is not of the kind this address takes. Open the page again and send it from there.",
            "جو بھیجا گیا وہ اس قسم کا نہیں جو یہ پتا لیتا ہے۔ صفحہ دوبارہ کھول کر وہاں سے بھیجیں۔",
        ),
        StatusCode::PAYLOAD_TOO_LARGE => {
            ("What was sent is too large. Send less.", "جو بھیجا گیا وہ بہت بڑا ہے۔ کم بھیجیں۔")
        }
        StatusCode::TOO_MANY_REQUESTS => (
            "Too many requests from this address. Wait a moment and try again.",
            "اس پتے سے بہت زیادہ درخواستیں آئیں۔ کچھ دیر ٹھہر کر دوبارہ کوشش کریں۔",
        ),
        StatusCode::FORBIDDEN => (
            "The request did not come from our own page. Open the page again and repeat it there.",
            "درخواست ہمارے اپنے صفحے سے نہیں آئی۔ صفحہ دوبارہ کھول کر وہیں سے بھیجیں۔",
        ),
        StatusCode::GATEWAY_TIMEOUT => (
            "The answer took too long. Look whether it was done, then try again.",
            "جواب میں بہت دیر لگی۔ دیکھ لیں کہ کام ہوا یا نہیں، پھر دوبارہ کوشش کریں۔",
        ),
        s if s.is_server_error() => (
            "A defect on our side. Tell the administrator the number below; what was acknowledged is kept.",
            "ہماری طرف خرابی ہے۔ نیچے کا نمبر منتظم کو بتائیں؛ جس کی رسید مل چکی وہ محفوظ ہے۔",
        ),
        _ => (
            "The request cannot be read. Open the page again.",
            "درخواست پڑھی نہیں جا سکی۔ صفحہ دوبارہ کھولیں۔",
        ),
    }
}

fn page(status: StatusCode) -> Response {
    let ((en, ur), code) = (words(status), status.as_u16());
    Html(format!(
        "<!doctype html>\n<html lang=\"ur\" dir=\"rtl\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{code}</title></head>\n<body>\n\
         <h1>{code}</h1>\n<p>{ur}</p>\n<p lang=\"en\" dir=\"ltr\">{en}</p>\n\
         <p><a href=\"/\">روزنامچہ · <span lang=\"en\">Roznamcha</span></a></p>\n</body>\n</html>\n"
    ))
    .into_response()
}

fn problem(status: StatusCode) -> Response {
    let text = serde_json::json!({
        "type": format!("urn:roznamcha:problem:http-{}", status.as_u16()),
        "title": status.canonical_reason().unwrap_or("Error"),
        "status": status.as_u16(),
        "detail": words(status).0,
        "code": format!("http-{}", status.as_u16()),
    });
    let mut response = Response::new(Body::from(text.to_string()));
    let kind = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
