#!/usr/bin/env bash
# A newcomer's first start, as an ordinary user with an empty home: the demonstration answers, a second start keeps what
# was written and compiles nothing, an application killed three times while somebody writes loses and doubles nothing,
# stopping is clean. Run as root; needs curl.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
port=${PORT:-18080}
who=maillage-newcomer
home=$(mktemp -d /tmp/maillage-newcomer.XXXXXX)
trap 'pkill -KILL -u "$who" 2>/dev/null || true; sleep 1; userdel "$who" 2>/dev/null || true; rm -rf "$home"' EXIT

id "$who" >/dev/null 2>&1 || useradd --no-create-home --home-dir "$home" --shell /bin/bash "$who"
git clone -q "$project" "$home/maillage"
chown -R "$who" "$home"
as() { runuser -u "$who" -- env -i -C "$home/maillage" HOME="$home" PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 "$@"; }
fail() { echo "$1"; exit 1; }
page() { curl -fs -b "$home/cookies" "http://localhost:$port$1" -o "$2"; }

starts=0
start() { # the command given, until it answers; what it says goes to a file of its own
  starts=$((starts + 1))
  local begun; begun=$(date +%s)
  as "$@" > "$home/$starts.log" 2>&1 &
  started=$!
  for _ in $(seq 1 600); do
    if curl -fs "http://localhost:$port/connexion" -o "$home/page.html"; then seconds=$(($(date +%s) - begun)); return; fi
    kill -0 "$started" 2>/dev/null || break
    sleep 1
  done
  tail -40 "$home/$starts.log"
  fail "Le démarrage $starts a échoué"
}
readme=(mvn -B -ntp -pl app spring-boot:run "-Dspring-boot.run.arguments=--server.port=$port")
application() { pgrep -u "$who" -f 'fr\.maillage\.App' | tail -1; }
end() { # by this signal, and until whoever started it has ended too
  kill "-$1" "$(application)"
  for _ in $(seq 1 60); do kill -0 "$started" 2>/dev/null || break; sleep 1; done
  if kill -0 "$started" 2>/dev/null; then fail "l’application ne s’arrête pas"; fi
  wait "$started" || true
}

people() { grep -c 'class="person"' "$home/page.html"; }
token() { grep -o 'name="_csrf" content="[^"]*"' "$home/page.html" | head -1 | sed 's/.*content="//; s/"$//'; }
login() {
  rm -f "$home/cookies"
  curl -fs -c "$home/cookies" "http://localhost:$port/connexion" -o "$home/page.html"
  local name; name=$(grep -o 'name="identifiant" value="[^"]*"' "$home/page.html" | head -1 | sed 's/.*value="//; s/"$//')
  curl -fsL -b "$home/cookies" -c "$home/cookies" --data-urlencode "_csrf=$(token)" --data-urlencode "identifiant=$name" --data-urlencode "motdepasse=maillage" "http://localhost:$port/connexion" -o "$home/page.html"
}

# Somebody notes calls, each a form sent once; led to the log of calls, and not to the sign-in page, they know it is noted.
call() {
  curl -fs -o /dev/null -w '%{redirect_url}' -b "$home/cookies" --data-urlencode "_csrf=$(token)" --data-urlencode "_once=$1" \
    --data-urlencode "who=appel-$1-" --data-urlencode reached=JOINT --data-urlencode settled=1 "http://localhost:$port/contacts" > "$home/led"
  [[ $(cat "$home/led") == */contacts ]]
}
uuid() { cat /proc/sys/kernel/random/uuid; }
calls() { # one after the other, until nobody answers any more; each is written down before it is sent
  while true; do
    local one; one=$(uuid)
    echo "$one" >> "$home/sent"
    call "$one" || return 0
    echo "$one" >> "$home/answered"
  done
}
times() { grep -o "appel-$1-" "$home/log.html" | wc -l; } # a call stands in the log read last

start "${readme[@]}"
echo "Premier démarrage (dépôt Maven vide, données de démonstration) : $seconds s ; $(people) personnes peuvent entrer"
[ "$(people)" -ge 8 ] || fail "trop peu de personnes de démonstration"
login
first=$(uuid)
call "$first" || fail "un appel n’a pas pu être noté"
end TERM
served() { pgrep -u "$who" -x -r R,S,D postgres >/dev/null; } # a dead process not yet reaped is not a server
for _ in $(seq 1 20); do served || break; sleep 1; done
if served; then fail "PostgreSQL est resté derrière"; fi

start "${readme[@]}"
echo "Deuxième démarrage : $seconds s"
if grep -q "Compiling .* source files" "$home/$starts.log"; then fail "le deuxième démarrage a compilé à nouveau"; fi
login
page /contacts "$home/log.html"
[ "$(times "$first")" -eq 1 ] || fail "le deuxième démarrage a perdu ce qui était écrit"

# Killed while calls are noted, and started again as it was. Whoever saw no answer sends the same form again.
mapfile -d '' -t again < "/proc/$(application)/cmdline"
for turn in 1 2 3; do
  : > "$home/sent"; : > "$home/answered"
  login
  calls &
  writing=$!
  sleep "$((RANDOM % 3 + 1)).$((RANDOM % 10))"
  end KILL
  wait "$writing"
  answered=$(wc -l < "$home/answered")
  [ "$answered" -gt 0 ] || fail "rien n’a été noté avant l’arrêt brutal"
  start "${again[@]}"
  login
  page /contacts "$home/log.html"
  while read -r one; do [ "$(times "$one")" -eq 1 ] || fail "arrêt brutal $turn : un appel noté est perdu ou doublé"; done < "$home/answered"
  call "$(tail -1 "$home/sent")" || fail "arrêt brutal $turn : l’appel resté sans réponse ne peut pas être renvoyé"
  page /contacts "$home/log.html"
  while read -r one; do [ "$(times "$one")" -eq 1 ] || fail "arrêt brutal $turn : un appel renvoyé est perdu ou doublé"; done < "$home/sent"
  echo "Arrêt brutal $turn : $answered appels notés, un sans réponse, chacun une fois ; redémarré en $seconds s"
done
end TERM

as "${again[@]}" --maillage.verify-trail=true > "$home/trail.log" 2>&1 || { tail -5 "$home/trail.log"; fail "les traces ne disent plus la vérité"; }
[ "$(grep -c intactes "$home/trail.log")" -ge 3 ] || fail "les traces n’ont pas été vérifiées"
echo "Arrêt, redémarrage et trois kill -9 : rien de perdu, rien de doublé, traces intactes"
echo "4 passed, 0 failed"
