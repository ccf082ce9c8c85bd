//! Whose request it is: the peer, or behind a trusted proxy the address that proxy names. Limits, locks and logs go by
//! it, so an address that anybody could write into a header is never believed.

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// The header a proxy adds to.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Puts the true address in place of the peer's.
pub async fn settle(State(proxies): State<Arc<[IpAddr]>>, mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>().copied()
        && let Some(client) = client(peer.ip(), request.headers(), &proxies)
    {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(client, 0)));
    }
    next.run(request).await
}

/// The last address that no trusted proxy stands at: what stands before it the client may have written himself.
fn client(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> Option<IpAddr> {
    if !proxies.contains(&peer.to_canonical()) {
        return None;
    }
    let lines: Vec<&str> = headers.get_all(FORWARDED_FOR).iter().filter_map(|v| v.to_str().ok()).collect();
    let hops: Vec<Option<IpAddr>> =
        lines.iter().flat_map(|line| line.split(',')).map(|hop| hop.trim().parse().ok()).collect();
    let mut outside = hops.iter().rev().skip_while(|hop| hop.is_some_and(|at| proxies.contains(&at)));
    outside.next().copied().flatten()
}

/// Whether the request came from this machine itself, through no proxy.
pub fn is_local(peer: Option<&ConnectInfo<SocketAddr>>, headers: &HeaderMap) -> bool {
    let through_proxy = headers.contains_key(FORWARDED_FOR) || headers.contains_key("forwarded");
    !through_proxy && peer.is_some_and(|ConnectInfo(at)| at.ip().to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, forwarded: &[&str], proxies: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        let proxies: Vec<IpAddr> = proxies.iter().map(|p| p.parse().unwrap()).collect();
        client(peer.parse().unwrap(), &headers, &proxies).map(|ip| ip.to_string())
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        assert_eq!(from("192.0.2.7", &["10.9.9.9"], &[]), None);
        assert_eq!(from("192.0.2.7", &["10.9.9.9"], &["10.0.0.1"]), None);
        assert_eq!(from("10.0.0.1", &["192.0.2.7"], &["10.0.0.1"]).unwrap(), "192.0.2.7");
        assert_eq!(from("::ffff:10.0.0.1", &["192.0.2.7"], &["10.0.0.1"]).unwrap(), "192.0.2.7");
        assert_eq!(from("10.0.0.1", &[], &["10.0.0.1"]), None);
    }

    #[test]
    fn what_a_client_wrote_himself_is_not_believed() {
        let proxies = &["10.0.0.1", "10.0.0.2"];
        assert_eq!(from("10.0.0.1", &["127.0.0.1, 192.0.2.7"], proxies).unwrap(), "192.0.2.7");
        assert_eq!(from("10.0.0.1", &["127.0.0.1", "192.0.2.7, 10.0.0.2"], proxies).unwrap(), "192.0.2.7");
        assert_eq!(from("10.0.0.1", &["192.0.2.7, nonsense"], proxies), None);
    }

    #[test]
    fn a_proxied_request_is_not_local() {
        let here: ConnectInfo<SocketAddr> = ConnectInfo("127.0.0.1:9".parse().unwrap());
        let there: ConnectInfo<SocketAddr> = ConnectInfo("192.0.2.7:9".parse().unwrap());
        let mut headers = HeaderMap::new();
        assert!(is_local(Some(&here), &headers));
        assert!(!is_local(Some(&there), &headers) && !is_local(None, &headers));
        headers.insert(FORWARDED_FOR, "192.0.2.7".parse().unwrap());
        assert!(!is_local(Some(&here), &headers));
    }
}
