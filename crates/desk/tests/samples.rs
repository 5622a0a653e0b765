//! What several tests enter.

/// A claims table: five rows that make a claim, and one that does not.
pub(crate) const TABLE: &str = "\
date,date_precision,kind,party,low,high,unit,summary,source_url
2023-07-29,day,pledge_personnel,Kenya,1000,1000,police,Foreign minister offers a police contingent.,https://example.org/offer
2023-10-02,day,mandate,United Nations,,,,Security Council authorises the mission for 12 months.,https://example.org/mandate
2024-06-25,day,arrival,Kenya,200,200,police,First contingent lands.,https://example.org/first
2024-06-25,day,arrival,Kenya,400,400,police,Other outlets report the whole first tranche.,https://example.org/tranche
2024-09-26,day,strength_country,Kenya,382,382,police,President Ruto's figure at the General Assembly.,https://example.org/assembly
2024-10-01,day,pay_rate,Kenya,1410,1410,USD per person per month,What an officer is paid.,https://example.org/pay
";

/// Two claims without a document, one a line.
pub(crate) const BY_HAND: &str = concat!(
    r#"{"mission":"MSS","statement":{"type":"count","scope":{"whose":{"party":"KEN"},"resource":"people/police"},"#,
    r#""stage":"deployed","quantity":{"hedge":"exactly","number":382},"as_of":"2024-09-26"},"modality":"fact","#,
    r#""speaker":"document","source":{"by_hand":{"by":"A. Clerk"}},"grade":"B2","#,
    r#""published":{"day":"2024-09-26","basis":"given"},"marking":"public"}"#,
    "\n",
    r#"{"mission":"MSS","statement":{"type":"movement","scope":{"whose":{"party":"JAM"},"resource":"people"},"#,
    r#""step":"deploy","quantity":{"hedge":"about","number":20},"during":"2024-09"},"modality":"reported","#,
    r#""speaker":{"named":"JDF"},"source":{"by_hand":{"by":"A. Clerk"}},"grade":"B2","#,
    r#""published":{"day":"2024-09-13","basis":"given"},"marking":"public"}"#,
    "\n",
);

/// A report of one arrival, with what is still to come.
pub(crate) const REPORT: &str = "\
Toussaint Louverture airport in Port-au-Prince received its first foreign security contingent on June 25, 2024, when \
400 police officers from Kenya touched down in the Haitian capital.
They open the deployment of the Multinational Security Support (MSS) Mission, which the United Nations has authorised.
Another 600 Kenyan officers are due at a date still to be fixed.
Once complete, the mission is to number 2,500, and Kenya's share will be 1,000.
";
