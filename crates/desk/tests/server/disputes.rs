//! Where sources disagree, and what differs between two pictures.

use super::test_server::TestServer;

const MSS: &str = "/api/v1/missions/MSS";
const DAY: &str = "as_of=2025-02-28&known_on=2025-10-02";

#[tokio::test]
async fn a_dispute_has_its_sides_with_their_claims() {
    let server = TestServer::demo().await;
    let mut all = server.get(&format!("{MSS}/disputes?{DAY}"), &[]).await.json();
    // All of them as a line each, and the second whole.
    let lines: Vec<String> = all["disputes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let outvoted =
                it["outvoted"].as_array().unwrap().iter().map(|it| it["said"]["words"].to_string());
            let outvoted = outvoted.collect::<Vec<_>>().join(", ");
            format!("{}: {}, not {outvoted}; {}", it["about"], it["taken"]["words"], it["cost"])
        })
        .collect();
    let second = all["disputes"][1].take();
    all["disputes"] = serde_json::json!([lines, second]);
    insta::assert_snapshot!("disputes", serde_json::to_string_pretty(&all).unwrap());
}

#[tokio::test]
async fn what_was_ruled_stays_listed_when_it_settled_the_dispute() {
    let server = TestServer::demo().await.as_role("analyst");
    let address = format!("{MSS}/disputes?{DAY}");
    let before = server.get(&address, &[]).await.json();
    assert_eq!((&before["decisions"], &before["decided"]), (&serde_json::json!([]), &serde_json::json!([])));
    let [dispute, ..] = before["disputes"].as_array().unwrap().as_slice() else { panic!("no dispute") };
    let claims = dispute["outvoted"][0]["said"]["claims"].as_array().unwrap();
    for claim in claims {
        let ruling = serde_json::json!({"claim": claim["id"], "ruling": "reject", "why": "taken back"});
        assert_eq!(server.post("/api/v1/decisions", &ruling).await.status, 201);
    }
    let after = server.get(&address, &[("cache-control", "no-cache")]).await.json();
    let ruled: Vec<_> = after["decisions"].as_array().unwrap().iter().map(|it| &it["claim"]).collect();
    let cards: Vec<_> = after["decided"].as_array().unwrap().iter().map(|it| &it["id"]).collect();
    let wanted: Vec<_> = claims.iter().map(|claim| &claim["id"]).collect();
    assert_eq!((ruled, cards), (wanted.clone(), wanted));
    assert!(after["disputes"].as_array().unwrap().iter().all(|it| it["about"] != dispute["about"]));
}

#[tokio::test]
async fn a_change_is_the_same_in_a_table_and_its_default_is_a_week() {
    let server = TestServer::demo().await;
    let json = server.get(&format!("{MSS}/change?{DAY}"), &[]).await.json();
    assert_eq!(
        (&json["from"]["as_of"], &json["from"]["known_on"]),
        (&"2025-02-21".into(), &"2025-09-25".into())
    );
    let table = server.get(&format!("{MSS}/change?{DAY}&format=csv"), &[]).await;
    let mut read = csv::Reader::from_reader(&*table.body);
    let rows: Vec<_> = read.records().map(|row| row.unwrap()).collect();
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(rows.len(), figures.len());
    for (row, figure) in rows.iter().zip(figures) {
        let number =
            |side: &str, end: &str| figure[side][end].as_u64().map(|n| n.to_string()).unwrap_or_default();
        assert_eq!(
            (&row[1], &row[3]),
            (figure["key"]["whose"].as_str().unwrap(), figure["key"]["stage"].as_str().unwrap())
        );
        assert_eq!((&row[5], &row[8]), (&*number("before", "best"), &*number("after", "best")));
    }
    let same =
        server.get(&format!("{MSS}/change?{DAY}&from_as_of=2025-02-28&from_known_on=2025-10-02"), &[]).await;
    let same = same.json();
    for nothing in ["figures", "opened", "closed", "came", "went", "entries", "decisions"] {
        assert_eq!(same[nothing], serde_json::json!([]), "{nothing}");
    }
}

#[tokio::test]
async fn a_site_has_its_holder_its_history_and_its_place() {
    let server = TestServer::demo().await;
    let sites = server.get(&format!("{MSS}/sites?{DAY}"), &[]).await.json();
    let sites = sites["sites"].as_array().unwrap();
    let base = sites.iter().find(|site| site["site"] == "Third forward base").unwrap();
    assert_eq!((&base["status"], &base["holder"]["code"]), (&"handed over".into(), &"GTM+KEN".into()));
    assert_eq!((base["history"].as_array().unwrap().len(), &base["position"]), (2, &serde_json::Value::Null));
    let port = sites.iter().find(|site| site["site"] == "National port").unwrap();
    let of = |end: &str| port["position"][end].as_f64().unwrap();
    // Within the bay of Port-au-Prince.
    assert!((18.5..18.6).contains(&of("latitude")) && (-72.4..-72.3).contains(&of("longitude")), "{port}");
    let table = server.get(&format!("{MSS}/sites?{DAY}&format=csv"), &[]).await;
    assert_eq!(table.text().lines().count(), sites.len() + 1);
}
